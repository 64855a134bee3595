#include "server/channel/Presence.h"

#include <QJsonArray>

#include <algorithm>

namespace tutti::channel {
namespace {

using namespace Qt::StringLiterals;

QJsonObject keyed(const QString& key, const QJsonObject& meta)
{
    return {{key, QJsonObject{{u"metas"_s, QJsonArray{meta}}}}};
}

QJsonObject diff(const QJsonObject& joins, const QJsonObject& leaves)
{
    return {{u"joins"_s, joins}, {u"leaves"_s, leaves}};
}

} // namespace

QJsonObject Presence::Meta::toJson() const
{
    QJsonObject json = fields;
    json.insert("phx_ref"_L1, ref);
    if (!previousRef.isNull()) {
        json.insert("phx_ref_prev"_L1, previousRef);
    }
    return json;
}

QString Presence::nextRef()
{
    return u'F' + QString::number(++m_refs, 36);
}

std::optional<QJsonObject> Presence::track(PeerId owner, const QString& key,
                                           const QJsonObject& meta)
{
    auto& metas = m_metas[key];
    const auto found = std::find_if(metas.begin(), metas.end(),
                                    [owner](const Meta& m) { return m.owner == owner; });
    if (found == metas.end()) {
        metas.push_back({owner, nextRef(), meta});
        return diff(keyed(key, metas.back().toJson()), {});
    }
    if (found->fields == meta) {
        return std::nullopt;
    }
    const QJsonObject old = found->toJson();
    *found = {owner, nextRef(), meta, found->ref};
    return diff(keyed(key, found->toJson()), keyed(key, old));
}

std::optional<QJsonObject> Presence::untrack(PeerId owner, const QString& key)
{
    const auto metas = m_metas.find(key);
    if (metas == m_metas.end()) {
        return std::nullopt;
    }
    const auto found = std::find_if(metas->second.begin(), metas->second.end(),
                                    [owner](const Meta& m) { return m.owner == owner; });
    if (found == metas->second.end()) {
        return std::nullopt;
    }
    const QJsonObject leaves = keyed(key, found->toJson());
    metas->second.erase(found);
    if (metas->second.empty()) {
        m_metas.erase(metas);
    }
    return diff({}, leaves);
}

std::optional<QJsonObject> Presence::untrackAll(PeerId owner)
{
    std::vector<QString> keys;
    for (const auto& [key, metas] : m_metas) {
        if (std::any_of(metas.begin(), metas.end(),
                        [owner](const Meta& m) { return m.owner == owner; })) {
            keys.push_back(key);
        }
    }
    QJsonObject leaves;
    for (const QString& key : keys) {
        const auto change = untrack(owner, key);
        leaves.insert(key, change->value("leaves"_L1).toObject().value(key));
    }
    return keys.empty() ? std::nullopt : std::optional{diff({}, leaves)};
}

QJsonObject Presence::state() const
{
    QJsonObject state;
    for (const auto& [key, metas] : m_metas) {
        QJsonArray list;
        for (const Meta& meta : metas) {
            list.append(meta.toJson());
        }
        state.insert(key, QJsonObject{{u"metas"_s, list}});
    }
    return state;
}

} // namespace tutti::channel

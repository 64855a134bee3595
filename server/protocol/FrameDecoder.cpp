#include "server/protocol/FrameDecoder.h"

#include "server/protocol/Json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace tutti::protocol {
namespace {

using namespace Qt::StringLiterals;

constexpr quint8 kPush = 0;
constexpr quint8 kUserBroadcastPush = 3;
constexpr qsizetype kArraySize = 5;

tl::unexpected<DecodeError> malformed()
{
    return tl::unexpected{DecodeError{DecodeError::Kind::Malformed}};
}

/// Refs are opaque strings or null; a number from a hand-written client is taken as its text.
std::optional<QString> refOf(const QJsonValue& value)
{
    if (value.isString()) {
        return value.toString();
    }
    if (value.isDouble()) {
        return QString::fromUtf8(jsonText(value));
    }
    return value.isNull() || value.isUndefined() ? std::optional{QString{}} : std::nullopt;
}

tl::expected<Frame, DecodeError> frameOf(const QJsonValue& joinRef, const QJsonValue& ref,
                                         const QJsonValue& topic, const QJsonValue& event,
                                         const QJsonValue& payload)
{
    const auto joinRefText = refOf(joinRef);
    const auto refText = refOf(ref);
    if (!joinRefText || !refText || !topic.isString() || !event.isString()) {
        return malformed();
    }
    return Frame{*joinRefText, *refText, topic.toString(), event.toString(), payload};
}

tl::expected<Frame, DecodeError> decodeObject(const QJsonObject& object)
{
    for (const auto key : {"topic"_L1, "event"_L1, "payload"_L1, "ref"_L1}) {
        if (!object.contains(key)) {
            return malformed();
        }
    }
    return frameOf(object.value("join_ref"_L1), object.value("ref"_L1), object.value("topic"_L1),
                   object.value("event"_L1), object.value("payload"_L1));
}

/// Cuts length-prefixed fields off a binary frame; every length is one byte (4).
class Cutter {
public:
    Cutter(const QByteArray& bytes, qsizetype start)
        : m_bytes(bytes)
        , m_at(start)
    {
    }

    QByteArray take(qsizetype size)
    {
        if (m_bytes.size() - m_at < size) {
            m_short = true;
            return {};
        }
        m_at += size;
        return m_bytes.mid(m_at - size, size);
    }
    QByteArray rest() const { return m_bytes.mid(m_at); }
    bool isShort() const { return m_short; }

private:
    const QByteArray& m_bytes;
    qsizetype m_at;
    bool m_short = false;
};

/// Kinds 0 and 3 both begin with kind, J, R, T, E; null refs have length 0.
struct BinaryHead {
    QString joinRef;
    QString ref;
    QString topic;
    QString event;
};

QString refFrom(const QByteArray& field)
{
    return field.isEmpty() ? QString{} : QString::fromUtf8(field);
}

tl::unexpected<DecodeError> unsupported(const BinaryHead& head)
{
    return tl::unexpected{DecodeError{DecodeError::Kind::Unsupported, head.topic, head.joinRef}};
}

quint8 byteAt(const QByteArray& bytes, qsizetype index)
{
    return static_cast<quint8>(bytes.at(index));
}

BinaryHead headFrom(Cutter& cutter, const QByteArray& bytes)
{
    BinaryHead head;
    head.joinRef = refFrom(cutter.take(byteAt(bytes, 1)));
    head.ref = refFrom(cutter.take(byteAt(bytes, 2)));
    head.topic = QString::fromUtf8(cutter.take(byteAt(bytes, 3)));
    head.event = QString::fromUtf8(cutter.take(byteAt(bytes, 4)));
    return head;
}

tl::expected<Frame, DecodeError> decodePush(const QByteArray& bytes)
{
    constexpr qsizetype kHeader = 5;
    if (bytes.size() < kHeader) {
        return malformed();
    }
    Cutter cutter{bytes, kHeader};
    const BinaryHead head = headFrom(cutter, bytes);
    if (cutter.isShort()) {
        return malformed();
    }
    return unsupported(head);
}

tl::expected<Frame, DecodeError> decodeUserBroadcast(const QByteArray& bytes)
{
    constexpr qsizetype kHeader = 7;
    if (bytes.size() < kHeader) {
        return malformed();
    }
    Cutter cutter{bytes, kHeader};
    const BinaryHead head = headFrom(cutter, bytes);
    cutter.take(byteAt(bytes, 5)); // metadata: nothing in it concerns us (PROTOCOL.md 4.2)
    if (cutter.isShort()) {
        return malformed();
    }
    if (byteAt(bytes, 6) == 0) {
        return unsupported(head);
    }
    const auto payload = parseJson(cutter.rest());
    if (!payload) {
        return malformed();
    }
    return Frame{head.joinRef, head.ref, head.topic, u"broadcast"_s,
                 QJsonObject{{u"type"_s, u"broadcast"_s},
                             {u"event"_s, head.event},
                             {u"payload"_s, *payload}}};
}

} // namespace

tl::expected<Frame, DecodeError> decodeText(Vsn vsn, const QByteArray& utf8)
{
    const QJsonDocument document = QJsonDocument::fromJson(utf8);
    if (vsn == Vsn::V1) {
        return document.isObject() ? decodeObject(document.object()) : malformed();
    }
    const QJsonArray items = document.array();
    if (items.size() < kArraySize) {
        return malformed();
    }
    return frameOf(items.at(0), items.at(1), items.at(2), items.at(3), items.at(4));
}

tl::expected<Frame, DecodeError> decodeBinary(Vsn vsn, const QByteArray& bytes)
{
    if (bytes.isEmpty()) {
        return malformed();
    }
    if (vsn == Vsn::V1) { // 1.0.0 has no binary frames
        return unsupported({});
    }
    switch (byteAt(bytes, 0)) {
    case kUserBroadcastPush:
        return decodeUserBroadcast(bytes);
    case kPush:
        return decodePush(bytes);
    default:
        return unsupported({});
    }
}

} // namespace tutti::protocol

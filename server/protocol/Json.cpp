#include "server/protocol/Json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tutti::protocol {

QByteArray jsonText(const QJsonValue& value)
{
    if (value.isObject()) {
        return QJsonDocument{value.toObject()}.toJson(QJsonDocument::Compact);
    }
    if (value.isArray()) {
        return QJsonDocument{value.toArray()}.toJson(QJsonDocument::Compact);
    }
    // QJsonDocument writes no bare scalars: write a list of one and take its brackets off.
    const QByteArray list = QJsonDocument{QJsonArray{value}}.toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QByteArray jsonText(const QString& text)
{
    return text.isNull() ? QByteArrayLiteral("null") : jsonText(QJsonValue{text});
}

std::optional<QJsonValue> parseJson(const QByteArray& text)
{
    if (text.startsWith('{') || text.startsWith('[')) {
        const QJsonDocument document = QJsonDocument::fromJson(text);
        if (document.isObject()) {
            return document.object();
        }
        return document.isArray() ? std::optional<QJsonValue>{document.array()} : std::nullopt;
    }
    // QJsonDocument reads no bare scalars either.
    const QJsonDocument list = QJsonDocument::fromJson('[' + text + ']');
    if (!list.isArray() || list.array().size() != 1) {
        return std::nullopt;
    }
    return list.array().first();
}

} // namespace tutti::protocol

#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace tutti::protocol {

/// Compact JSON text of any value, scalars included.
QByteArray jsonText(const QJsonValue& value);
/// A JSON string literal, or `null` for a null string.
QByteArray jsonText(const QString& text);
/// The value of a JSON text; nothing if it is not exactly one value.
std::optional<QJsonValue> parseJson(const QByteArray& text);

} // namespace tutti::protocol

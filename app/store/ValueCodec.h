#pragma once

#include "app/domain/RoomState.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace tutti::store {

// The values inside stored events and snapshots, as JSON and back. Times are whole nanoseconds, so
// that what is read equals what was written. Reading is lenient: what is missing or of another type
// becomes 0, false or empty.

QByteArray toText(const QJsonObject& object);
QJsonValue toJson(const std::string& text);
QJsonValue toJson(ServerTime time);
QJsonValue toJson(const std::optional<ServerTime>& time);
QJsonArray toJson(const std::vector<SeatId>& seats);
QJsonObject toJson(const Timeline& timeline);
QJsonObject toJson(const GameStatePtr& state);
QJsonObject toJson(const PendingChanges& pending);
QJsonValue toJson(const std::optional<Role>& role);
QJsonArray toJson(const std::vector<std::string>& texts);
QJsonObject toJson(const Tablet& tablet);
QJsonArray toJson(const std::vector<Tablet>& tablets);
QJsonObject toJson(const GroupResult& result);

std::string textFrom(const QJsonValue& value);
ServerTime timeFrom(const QJsonValue& value);
std::optional<ServerTime> maybeTimeFrom(const QJsonValue& value);
SeatId seatFrom(const QJsonValue& value);
std::vector<SeatId> seatsFrom(const QJsonValue& value);
Role roleFrom(const QJsonValue& value);
std::optional<Role> maybeRoleFrom(const QJsonValue& value);
std::vector<std::string> textsFrom(const QJsonValue& value);
Tablet tabletFrom(const QJsonValue& value);
std::vector<Tablet> tabletsFrom(const QJsonValue& value);
GroupResult groupResultFrom(const QJsonValue& value);
PendingChanges pendingFrom(const QJsonValue& value);
/// Errors: StoreCorrupt when the timeline has no tempo or no meter, since nothing could be asked of
/// it.
Result<Timeline> timelineFrom(const QJsonValue& value);
/// Null for no game. Errors: StoreCorrupt when this build does not know the game or cannot read it.
Result<GameStatePtr> gameFrom(const QJsonValue& value, const GameRegistry& games);

template <typename Number>
QJsonValue numberToJson(Number value)
{
    return QJsonValue{static_cast<qint64>(value)};
}

template <typename Number>
Number numberFrom(const QJsonValue& value)
{
    return static_cast<Number>(value.toInteger());
}

} // namespace tutti::store

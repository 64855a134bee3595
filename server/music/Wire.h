#pragma once

#include "app/domain/RoomState.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace tutti::music {

/// The forms of domain values on the wire (server/PROTOCOL.md section 5). Pure functions.
/// Units: microseconds of server time, pulses a minute; only the timeline counts quarter-note ticks.

QString text(std::string_view utf8);
/// "realtime:music_room:LARK".
QString topicOf(const RoomCode& code);
inline constexpr QLatin1StringView kTopicPrefix{"realtime:music_room:"};

/// A seat's name in a room, as presence key and `student_id`: "seat-3".
QString seatName(SeatId seat);
double bpmOf(Tempo tempo);

QJsonObject timelineJson(const Timeline& timeline, const std::string& clockId, ServerTime now);
QJsonArray seatNumbers(const std::vector<SeatId>& seats);
/// The beats a seat owns in the game that runs, from 1.
QJsonArray beatsJson(const RoomState& state, SeatId seat);
/// A role's name, or null for none.
QJsonValue roleJson(const std::optional<Role>& role);
QJsonObject presenceJson(const RoomState& state, const Seat& seat, const QJsonObject& client);
/// The seats as everyone may see them.
QJsonArray seatListJson(const RoomState& state);
/// `seats`: those of the member it goes to.
QJsonObject roomStateJson(const RoomState& state, const std::vector<SeatId>& seats,
                          const std::string& clockId, ServerTime now);
QJsonObject gameJson(const GameState& game);
QJsonObject errorJson(const Error& error);
/// A seat's first name, or null unless the class shows names.
QJsonValue nameJson(const RoomState& state, const Seat& seat);

} // namespace tutti::music

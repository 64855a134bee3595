#pragma once

#include "server/music/CommandMapper.h"

#include <QJsonObject>

namespace tutti::music {

/// What an event that only a teacher or service token may send asks of the room; nothing for every other event.
/// `random`: for what is shuffled. Pure.
std::optional<Result<Command>> teacherCommand(const QString& event, const QJsonObject& payload,
                                              std::uint64_t random);
bool isTeacherEvent(const QString& event);

/// The move of a `game_move`, for this seat or for the teacher (an invalid seat). Pure.
Result<Command> gameMove(const QJsonObject& payload, SeatId seat);

} // namespace tutti::music

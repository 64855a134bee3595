#pragma once

#include "app/domain/Notice.h"
#include "app/domain/RoomState.h"
#include "server/channel/Claims.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace tutti::music {

/// What a seat token holds, and whether it still counts. Pure.
/// A token names class, lesson, room, its seats and the generation each seat had when it was claimed; releasing a seat
/// raises the generation and ending the lesson changes the lesson, so old tokens stop without any list of them.
QJsonObject seatClaims(const RoomState& state, const std::vector<SeatGen>& seats,
                       qint64 nowSeconds);

/// The seats a token may speak for in this room, or why it may not: SeatReleased, LessonOver.
Result<std::vector<SeatId>> seatsOf(const channel::Claims& claims, const RoomState& state);

/// Key of the clock socket for one claimed seat of this generation, in this lesson: "SEAT.MAC", keyed with the
/// installation's secret.
QString clockKey(const QByteArray& secret, LessonId lesson, const SeatGen& seat);
std::optional<SeatId> seatOfClockKey(const QByteArray& secret, const RoomState& state,
                                     const QString& key);

} // namespace tutti::music

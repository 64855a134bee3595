#pragma once

#include "app/domain/Ids.h"

#include <QByteArray>

#include <vector>

class QMimeData;

namespace tutti::ui {

/// What a drag of students carries: their seat numbers in order, with commas between ("3,11").
inline constexpr auto kSeatsMime = "application/x-tutti-seats";

QByteArray encodeSeats(std::vector<SeatId> seats);
/// Empty where the drag carries no students.
std::vector<SeatId> seatsIn(const QMimeData& mime);

} // namespace tutti::ui

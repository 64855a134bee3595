#include "ui/models/SeatDrag.h"

#include <QList>
#include <QMimeData>

#include <algorithm>

namespace tutti::ui {

QByteArray encodeSeats(std::vector<SeatId> seats)
{
    std::sort(seats.begin(), seats.end());
    QByteArrayList numbers;
    for (const SeatId seat : seats) {
        numbers += QByteArray::number(seat.value);
    }
    return numbers.join(',');
}

std::vector<SeatId> seatsIn(const QMimeData& mime)
{
    std::vector<SeatId> seats;
    for (const QByteArray& number : mime.data(QString::fromLatin1(kSeatsMime)).split(',')) {
        const SeatId seat{number.toInt()};
        if (seat.value >= 1 && seat.value <= kMaxSeats) {
            seats.push_back(seat);
        }
    }
    return seats;
}

} // namespace tutti::ui

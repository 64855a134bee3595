#include "server/music/SeatTokens.h"

#include "server/music/Wire.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QMessageAuthenticationCode>

namespace tutti::music {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kTokenSeconds = 12 * 60 * 60;

tl::unexpected<Error> refuse(ErrorCode code)
{
    return tl::unexpected{Error{code}};
}

QByteArray macFor(const QByteArray& secret, LessonId lesson, const SeatGen& seat)
{
    const QByteArray text = "clock|" + QByteArray::number(qint64{lesson.value}) + '|' +
                            QByteArray::number(seat.seat.value) + '|' +
                            QByteArray::number(seat.gen);
    return QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        .left(22);
}

} // namespace

QJsonObject seatClaims(const RoomState& state, const std::vector<SeatGen>& seats, qint64 nowSeconds)
{
    QJsonArray ids;
    QJsonArray gens;
    for (const SeatGen& each : seats) {
        ids.append(each.seat.value);
        gens.append(qint64{each.gen});
    }
    return {{u"role"_s, u"seat"_s},
            {u"iss"_s, u"tutti"_s},
            {u"iat"_s, nowSeconds},
            {u"exp"_s, nowSeconds + kTokenSeconds},
            {u"class"_s, QString::number(state.classId.value)},
            {u"lesson"_s, QString::number(state.lesson.value)},
            {u"room"_s, text(state.code.letters)},
            {u"seats"_s, ids},
            {u"gens"_s, gens}};
}

Result<std::vector<SeatId>> seatsOf(const channel::Claims& claims, const RoomState& state)
{
    const QJsonObject& all = claims.all;
    if (!state.isOpen() ||
        all.value("lesson"_L1).toString() != QString::number(state.lesson.value)) {
        return refuse(ErrorCode::LessonOver);
    }
    const QJsonArray seats = all.value("seats"_L1).toArray();
    const QJsonArray gens = all.value("gens"_L1).toArray();
    if (seats.isEmpty() || seats.size() != gens.size() || seats.size() > 2) {
        return refuse(ErrorCode::SeatReleased);
    }
    std::vector<SeatId> ids;
    for (qsizetype i = 0; i < seats.size(); ++i) {
        const Seat* seat = state.seat(SeatId{seats.at(i).toInt()});
        if (!seat || !seat->isClaimed() || gens.at(i).toInteger() != qint64{seat->gen}) {
            return refuse(ErrorCode::SeatReleased);
        }
        ids.push_back(seat->id);
    }
    return ids;
}

QString clockKey(const QByteArray& secret, LessonId lesson, const SeatGen& seat)
{
    return QString::number(seat.seat.value) + u'.' +
           QString::fromLatin1(macFor(secret, lesson, seat));
}

std::optional<SeatId> seatOfClockKey(const QByteArray& secret, const RoomState& state,
                                     const QString& key)
{
    const Seat* seat = state.seat(SeatId{key.section(u'.', 0, 0).toInt()});
    if (!state.isOpen() || !seat || !seat->isClaimed()) {
        return std::nullopt;
    }
    const QString expected = clockKey(secret, state.lesson, {seat->id, seat->gen});
    return expected == key ? std::optional{seat->id} : std::nullopt;
}

} // namespace tutti::music

#include "server/music/PayloadFields.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace tutti::music {
namespace {

using tl::unexpected;

constexpr qsizetype kMaxName = 32;

std::string named(QLatin1StringView key)
{
    return {key.data(), static_cast<std::size_t>(key.size())};
}

} // namespace

unexpected<Error> badPayload(std::string detail)
{
    return unexpected{Error{ErrorCode::BadPayload, std::move(detail)}};
}

std::optional<std::int64_t> wholeIn(const QJsonObject& payload, QLatin1StringView key)
{
    const QJsonValue value = payload.value(key);
    const double number = value.toDouble(NAN);
    if (!value.isDouble() || std::floor(number) != number || std::abs(number) > kMaxWhole) {
        return std::nullopt;
    }
    return value.toInteger();
}

Result<std::optional<std::int64_t>> optionalWholeIn(const QJsonObject& payload,
                                                    QLatin1StringView key)
{
    if (!payload.contains(key)) {
        return std::optional<std::int64_t>{};
    }
    const auto number = wholeIn(payload, key);
    return number ? Result<std::optional<std::int64_t>>{number}
                  : badPayload(named(key) + " must be a whole number");
}

Result<bool> boolIn(const QJsonObject& payload, QLatin1StringView key)
{
    const QJsonValue value = payload.value(key);
    return value.isBool() ? Result<bool>{value.toBool()}
                          : badPayload(named(key) + " must be true or false");
}

Result<std::string> nameIn(const QJsonObject& payload, QLatin1StringView key)
{
    const QString name = payload.value(key).toString();
    return !name.isEmpty() && name.size() <= kMaxName
               ? Result<std::string>{name.toStdString()}
               : badPayload(named(key) + " must be text of 1 to 32 characters");
}

Result<SeatId> seatIn(const QJsonObject& payload, const Sender& sender)
{
    using namespace Qt::StringLiterals;
    const auto seat = optionalWholeIn(payload, "seat"_L1);
    if (!seat) {
        return unexpected{seat.error()};
    }
    if (sender.seats.empty()) {
        return SeatId{};
    }
    if (!*seat) {
        return sender.seats.front();
    }
    const auto found = std::find_if(sender.seats.begin(), sender.seats.end(),
                                    [&](SeatId own) { return own.value == **seat; });
    return found == sender.seats.end() ? Result<SeatId>{unexpected{Error{ErrorCode::NotYourSeat}}}
                                       : Result<SeatId>{*found};
}

Result<SeatId> ownSeatIn(const QJsonObject& payload, const Sender& sender)
{
    return seatIn(payload, sender).and_then([](SeatId seat) -> Result<SeatId> {
        return seat.isValid() ? Result<SeatId>{seat} : unexpected{Error{ErrorCode::SeatRequired}};
    });
}

Result<std::vector<SeatId>> seatsIn(const QJsonObject& payload)
{
    const QJsonArray array = payload.value(QLatin1StringView{"seats"}).toArray();
    if (array.isEmpty() || array.size() > kMaxSeats) {
        return badPayload("seats must be a list of seat numbers");
    }
    std::vector<SeatId> seats;
    for (const QJsonValue& value : array) {
        const int number = value.toInt(0);
        if (number < 1 || number > kMaxSeats) {
            return unexpected{Error{ErrorCode::NoSuchSeat}};
        }
        seats.emplace_back(number);
    }
    return seats;
}

Result<Role> roleIn(const QJsonObject& payload)
{
    const QString name = payload.value(QLatin1StringView{"role"}).toString();
    const auto role = roleNamed(name.toStdString());
    return role ? Result<Role>{*role} : unexpected{Error{ErrorCode::BadRole}};
}

} // namespace tutti::music

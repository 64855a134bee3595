#pragma once

#include "server/music/CommandMapper.h"

#include <QJsonObject>

#include <optional>
#include <string>

namespace tutti::music {

/// Readers for the fields of a client event's payload (PROTOCOL.md section 5). Pure; a field that is not what it should
/// be is an Error the sender can be told.

/// Largest whole number that JSON keeps whole.
inline constexpr double kMaxWhole = 9007199254740991.0;

tl::unexpected<Error> badPayload(std::string detail);

/// A whole number in a field, if the field is there and is one.
std::optional<std::int64_t> wholeIn(const QJsonObject& payload, QLatin1StringView key);
/// An optional whole number: absent is fine, anything else is BadPayload.
Result<std::optional<std::int64_t>> optionalWholeIn(const QJsonObject& payload,
                                                    QLatin1StringView key);
Result<bool> boolIn(const QJsonObject& payload, QLatin1StringView key);
/// A short name: 1 to 32 characters.
Result<std::string> nameIn(const QJsonObject& payload, QLatin1StringView key);

/// The seat a tablet speaks for: the one `seat` names, else its first. A guest or teacher has none.
Result<SeatId> seatIn(const QJsonObject& payload, const Sender& sender);
/// The same, for what only a seat can do.
Result<SeatId> ownSeatIn(const QJsonObject& payload, const Sender& sender);
/// `seats`: at least one seat number of this or another room.
Result<std::vector<SeatId>> seatsIn(const QJsonObject& payload);
/// `role`, which must be there.
Result<Role> roleIn(const QJsonObject& payload);

} // namespace tutti::music

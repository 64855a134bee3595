#pragma once

#include "app/domain/Event.h"

#include <QByteArray>

#include <map>
#include <string_view>

namespace tutti::store {

/// First names by seat, as the roster has them. Stored events and snapshots leave them out, so that
/// deleting a child never rewrites a lesson.
using SeatNames = std::map<SeatId, std::string>;

/// snake_case name of the event's kind, as in the store ("lesson_started").
std::string_view kindOf(const Event& event);

/// Whether the store keeps the event as such. Notes and opportunities have tables of their own, a
/// name goes to the class list and nowhere else, who merely passes the door is kept nowhere, and of
/// a game's states in the middle of a round only the last one is kept.
bool isControl(const Event& event);

/// An event as one JSON object, without children's names and without who gave which answer.
QByteArray encodeEvent(const Event& event);

/// Reads what encodeEvent() wrote and puts the names back.
/// Errors: StoreCorrupt when the kind is unknown or the JSON is not what that kind needs.
Result<Event> decodeEvent(std::string_view kind, const QByteArray& json, const GameRegistry& games,
                          const SeatNames& names);

} // namespace tutti::store

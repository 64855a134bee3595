#pragma once

#include "app/domain/Event.h"
#include "app/store/EventCodec.h"

#include <QJsonObject>

namespace tutti::store {

/// The fields of one stored event, and what else reading it may need.
struct EventReader {
    const QJsonObject& object;
    const GameRegistry& games;
    const SeatNames& names;

    QJsonValue at(const char* name) const { return object.value(QLatin1String(name)); }
    bool flag(const char* name) const { return at(name).toBool(); }
    SeatId seat() const;
    std::vector<SeatId> seats() const;
};

// One function for each kind of event that has more than a field or two.
// Errors: StoreCorrupt when a timeline or a game cannot be read.
Result<Event> openedFrom(const EventReader& r);
Result<Event> timelineChangedFrom(const EventReader& r);
Result<Event> claimedFrom(const EventReader& r);
Result<Event> seatAddedFrom(const EventReader& r);
Result<Event> reportedFrom(const EventReader& r);
Result<Event> gameChangedFrom(const EventReader& r);
Result<Event> gameMovedFrom(const EventReader& r);

} // namespace tutti::store

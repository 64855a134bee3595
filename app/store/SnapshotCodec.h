#pragma once

#include "app/domain/RoomState.h"
#include "app/store/EventCodec.h"

#include <QByteArray>

namespace tutti::store {

/// A whole room as one JSON object, without children's names, without who answered which question
/// and without who waits at the door.
QByteArray encodeSnapshot(const RoomState& state);

/// Reads what encodeSnapshot() wrote and puts the names back.
/// Errors: StoreCorrupt.
Result<RoomState> decodeSnapshot(const QByteArray& json, const GameRegistry& games,
                                 const SeatNames& names);

} // namespace tutti::store

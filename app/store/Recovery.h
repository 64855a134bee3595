#pragma once

#include "app/domain/RoomState.h"

#include <optional>

namespace tutti::store {

class Database;

/// The last snapshot of a lesson; nothing if it has none.
/// Thread: the connection's. Errors: StoreUnavailable, StoreCorrupt.
Result<std::optional<RoomState>> loadLastSnapshot(const Database& database, LessonId lesson,
                                                  const GameRegistry& games);

/// The room as it was when its last row was written: last snapshot, then the control events since.
/// Not back, because the store never had them: who has answered the question that is asked, who
/// waited at the door, and guests' names. Notes and opportunities are not replayed, but their
/// numbers are used up, so that the room goes on counting behind them. Nothing if the lesson has
/// neither. Errors: StoreUnavailable, StoreCorrupt.
Result<std::optional<RoomState>> recoverRoom(const Database& database, LessonId lesson,
                                             const GameRegistry& games);

} // namespace tutti::store

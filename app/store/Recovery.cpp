#include "app/store/Recovery.h"

#include "app/store/Database.h"
#include "app/store/LessonRepository.h"
#include "app/store/SnapshotCodec.h"
#include "app/store/Sql.h"

#include <algorithm>

namespace tutti::store {
namespace {

Result<std::uint64_t> lastNoteNumber(const Database& database, LessonId lesson)
{
    return run(database.connection(), QStringLiteral("SELECT max(seq) FROM note WHERE lesson = ?"),
               {qint64{lesson.value}})
        .map([](QSqlQuery row) -> std::uint64_t {
            return row.next() ? row.value(0).toULongLong() : 0;
        });
}

} // namespace

Result<std::optional<RoomState>> loadLastSnapshot(const Database& database, LessonId lesson,
                                                  const GameRegistry& games)
{
    const auto names = LessonRepository{database}.names(lesson);
    auto row =
        run(database.connection(), QStringLiteral("SELECT json FROM snapshot WHERE lesson = ?"),
            {qint64{lesson.value}});
    if (!names || !row) {
        return tl::unexpected{row ? names.error() : row.error()};
    }
    if (!row->next()) {
        return std::optional<RoomState>{};
    }
    return decodeSnapshot(row->value(0).toString().toUtf8(), games, *names)
        .map([](RoomState state) { return std::optional{std::move(state)}; });
}

Result<std::optional<RoomState>> recoverRoom(const Database& database, LessonId lesson,
                                             const GameRegistry& games)
{
    const auto snapshot = loadLastSnapshot(database, lesson, games);
    if (!snapshot) {
        return snapshot;
    }
    RoomState state = snapshot->value_or(RoomState{});
    const auto events = LessonRepository{database}.controlEvents(lesson, games, state.seq);
    const auto lastNote = lastNoteNumber(database, lesson);
    if (!events || !lastNote) {
        return tl::unexpected{events ? lastNote.error() : events.error()};
    }
    if (!*snapshot && events->empty()) {
        return std::optional<RoomState>{};
    }
    for (const EventEnvelope& envelope : *events) {
        state.evolve(envelope);
    }
    state.seq = std::max(state.seq, *lastNote);
    return std::optional{std::move(state)};
}

} // namespace tutti::store

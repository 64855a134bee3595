#include "app/store/Recovery.h"

#include "app/store/Database.h"
#include "app/store/LessonRepository.h"
#include "app/store/SnapshotCodec.h"
#include "app/store/Sql.h"

#include <algorithm>

namespace tutti::store {
namespace {

/// The highest number used up by what is not replayed.
Result<std::uint64_t> lastNumber(const Database& database, LessonId lesson)
{
    const qint64 id = lesson.value;
    return run(database.connection(),
               QStringLiteral("SELECT max(seq) FROM (SELECT max(seq) AS seq FROM note "
                              "WHERE lesson = ? UNION ALL "
                              "SELECT max(seq) FROM opportunity WHERE lesson = ?)"),
               {id, id})
        .map([](QSqlQuery row) -> std::uint64_t {
            return row.next() ? row.value(0).toULongLong() : 0;
        });
}

/// The control events numbered above `after`, and among them, in its place, the game's last state.
Result<Batch> eventsAfter(const Database& database, LessonId lesson, const GameRegistry& games,
                          std::uint64_t after)
{
    const LessonRepository lessons{database};
    auto events = lessons.controlEvents(lesson, games, after);
    const auto game = lessons.lastGame(lesson, games);
    if (!events || !game) {
        return tl::unexpected{events ? game.error() : events.error()};
    }
    if (*game && (*game)->seq > after) {
        const auto place =
            std::upper_bound(events->begin(), events->end(), (*game)->seq,
                             [](std::uint64_t seq, const EventEnvelope& e) { return seq < e.seq; });
        events->insert(place, **game);
    }
    return events;
}

/// Answers are no events of their own, so that no neighbour of theirs tells who gave them: only their totals are kept.
Result<void> readMood(const Database& database, LessonId lesson, MoodRound& round)
{
    return LessonRepository{database}.moodTotals(lesson).map([&](const auto& totals) {
        for (const MoodTotalRow& total : totals) {
            if (total.round == round.id) {
                std::int32_t& count = total.mood
                                          ? round.counts[static_cast<std::size_t>(*total.mood)]
                                          : round.skipped;
                count = total.count;
            }
        }
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
    const auto events = eventsAfter(database, lesson, games, state.seq);
    const auto last = lastNumber(database, lesson);
    if (!events || !last) {
        return tl::unexpected{events ? last.error() : events.error()};
    }
    if (!*snapshot && events->empty()) {
        return std::optional<RoomState>{};
    }
    for (const EventEnvelope& envelope : *events) {
        state.evolve(envelope);
    }
    if (const auto read = readMood(database, lesson, state.mood); !read) {
        return tl::unexpected{read.error()};
    }
    state.seq = std::max(state.seq, *last);
    return std::optional{std::move(state)};
}

} // namespace tutti::store

#include "app/store/LessonRepository.h"

#include "app/store/Database.h"
#include "app/store/Sql.h"

namespace tutti::store {
namespace {

std::string textAt(const QSqlQuery& row, int column)
{
    return row.value(column).toString().toStdString();
}

std::optional<std::int64_t> maybeAt(const QSqlQuery& row, int column)
{
    const QVariant value = row.value(column);
    return value.isNull() ? std::nullopt : std::optional<std::int64_t>{value.toLongLong()};
}

/// From `first` on: seat, expected, from, to, touched, asynchrony, hit, close, uncertainty.
Opportunity opportunityAt(const QSqlQuery& row, int first)
{
    const auto time = [&](int n) { return fromMicros(row.value(first + n).toLongLong()); };
    const auto length = [&](int n) {
        return std::chrono::microseconds{row.value(first + n).toLongLong()};
    };
    Opportunity read;
    read.seat = SeatId{row.value(first).toInt()};
    read.expected = time(1);
    read.from = time(2);
    read.to = time(3);
    if (!row.value(first + 4).isNull()) {
        read.touched = time(4);
    }
    if (!row.value(first + 5).isNull()) {
        read.asynchrony = length(5);
    }
    read.hit = length(6);
    read.close = length(7);
    read.uncertainty = length(8);
    return read;
}

/// Every row of a query, read by `read`.
template <typename Read>
auto collect(const Database& database, const char* sql, const QVariantList& values, Read read)
    -> Result<std::vector<decltype(read(std::declval<const QSqlQuery&>()))>>
{
    auto rows = run(database.connection(), QLatin1String(sql), values);
    if (!rows) {
        return tl::unexpected{rows.error()};
    }
    std::vector<decltype(read(std::declval<const QSqlQuery&>()))> all;
    while (rows->next()) {
        all.push_back(read(*rows));
    }
    return all;
}

} // namespace

Result<std::vector<LessonEntry>> LessonRepository::list(ClassId classId) const
{
    const qint64 id = classId.value;
    return collect(
        m_database,
        "SELECT id, class, code, opened_ms, zone, opened_us, started_us, ended_us FROM lesson "
        "WHERE ? = 0 OR class = ? ORDER BY opened_ms DESC",
        {id, id}, [](const QSqlQuery& row) {
            return LessonEntry{LessonId{row.value(0).toLongLong()},
                               ClassId{row.value(1).toLongLong()},
                               textAt(row, 2),
                               row.value(3).toLongLong(),
                               textAt(row, 4),
                               row.value(5).toLongLong(),
                               maybeAt(row, 6),
                               maybeAt(row, 7)};
        });
}

Result<std::vector<NoteRow>> LessonRepository::notes(LessonId lesson) const
{
    return collect(m_database,
                   "SELECT seq, seat, midi, velocity, at_us, received_us FROM note "
                   "WHERE lesson = ? ORDER BY seq",
                   {qint64{lesson.value}}, [&](const QSqlQuery& row) {
                       return NoteRow{lesson,
                                      row.value(0).toULongLong(),
                                      SeatId{row.value(1).toInt()},
                                      row.value(2).toInt(),
                                      row.value(3).toInt(),
                                      row.value(4).toLongLong(),
                                      row.value(5).toLongLong()};
                   });
}

Result<std::vector<PresenceEntry>> LessonRepository::presence(LessonId lesson) const
{
    return collect(
        m_database,
        "SELECT seat, from_us, to_us, kind FROM presence WHERE lesson = ? ORDER BY seat, seq",
        {qint64{lesson.value}}, [](const QSqlQuery& row) {
            return PresenceEntry{SeatId{row.value(0).toInt()}, row.value(1).toLongLong(),
                                 maybeAt(row, 2), textAt(row, 3)};
        });
}

Result<std::vector<SeatingEntry>> LessonRepository::seating(LessonId lesson) const
{
    return collect(
        m_database,
        "SELECT p.seat, s.id, s.first_name FROM seat_student p JOIN student s ON s.id = p.student "
        "WHERE p.lesson = ? ORDER BY p.seat",
        {qint64{lesson.value}}, [](const QSqlQuery& row) {
            return SeatingEntry{SeatId{row.value(0).toInt()}, StudentId{row.value(1).toLongLong()},
                                textAt(row, 2)};
        });
}

Result<SeatNames> LessonRepository::names(LessonId lesson) const
{
    return seating(lesson).map([](const std::vector<SeatingEntry>& entries) {
        SeatNames all;
        for (const SeatingEntry& entry : entries) {
            all[entry.seat] = entry.firstName;
        }
        return all;
    });
}

Result<std::vector<OpportunityRow>> LessonRepository::opportunities(LessonId lesson) const
{
    return collect(m_database,
                   "SELECT seq, n, game, round, seat, expected_us, from_us, to_us, touched_us, "
                   "asynchrony_us, hit_us, close_us, uncertainty_us FROM opportunity "
                   "WHERE lesson = ? ORDER BY seq, n",
                   {qint64{lesson.value}}, [&](const QSqlQuery& row) {
                       return OpportunityRow{
                           lesson,         row.value(0).toULongLong(), row.value(1).toInt(),
                           textAt(row, 2), row.value(3).toInt(),       opportunityAt(row, 4)};
                   });
}

Result<std::vector<MoodTotalRow>> LessonRepository::moodTotals(LessonId lesson) const
{
    return collect(
        m_database,
        "SELECT round, mood, count FROM mood_total WHERE lesson = ? ORDER BY round, mood",
        {qint64{lesson.value}}, [&](const QSqlQuery& row) {
            return MoodTotalRow{lesson, row.value(0).toInt(), moodNamed(textAt(row, 1)),
                                row.value(2).toInt()};
        });
}

Result<std::vector<RoundResultRow>> LessonRepository::roundResults(LessonId lesson) const
{
    return collect(m_database,
                   "SELECT seq, game, round, rounds, bars, held, best, final FROM round_result "
                   "WHERE lesson = ? ORDER BY seq",
                   {qint64{lesson.value}}, [&](const QSqlQuery& row) {
                       return RoundResultRow{lesson,
                                             row.value(0).toULongLong(),
                                             {textAt(row, 1), row.value(2).toInt(),
                                              row.value(3).toInt(), row.value(4).toInt(),
                                              row.value(5).toInt(), row.value(6).toInt(),
                                              row.value(7).toBool()}};
                   });
}

Result<std::optional<EventEnvelope>> LessonRepository::lastGame(LessonId lesson,
                                                                const GameRegistry& games) const
{
    auto row = run(m_database.connection(),
                   QStringLiteral("SELECT seq, at_ns, json FROM game_state WHERE lesson = ?"),
                   {qint64{lesson.value}});
    if (!row) {
        return tl::unexpected{row.error()};
    }
    if (!row->next()) {
        return std::optional<EventEnvelope>{};
    }
    const std::uint64_t seq = row->value(0).toULongLong();
    const ServerTime at{std::chrono::nanoseconds{row->value(1).toLongLong()}};
    return decodeEvent(kindOf(GameChanged{}), row->value(2).toString().toUtf8(), games, {})
        .map([&](Event event) {
            return std::optional{EventEnvelope{seq, at, {}, std::move(event)}};
        });
}

Result<Batch> LessonRepository::controlEvents(LessonId lesson, const GameRegistry& games,
                                              std::uint64_t after) const
{
    const auto seatNames = names(lesson);
    auto rows = run(m_database.connection(),
                    QStringLiteral("SELECT seq, at_ns, kind, json FROM control_event "
                                   "WHERE lesson = ? AND seq > ? ORDER BY seq"),
                    {qint64{lesson.value}, static_cast<qint64>(after)});
    if (!seatNames || !rows) {
        return tl::unexpected{rows ? seatNames.error() : rows.error()};
    }
    Batch events;
    while (rows->next()) {
        auto event =
            decodeEvent(textAt(*rows, 2), rows->value(3).toString().toUtf8(), games, *seatNames);
        if (!event) {
            return tl::unexpected{event.error()};
        }
        const ServerTime at{std::chrono::nanoseconds{rows->value(1).toLongLong()}};
        events.push_back({rows->value(0).toULongLong(), at, {}, std::move(*event)});
    }
    return events;
}

} // namespace tutti::store

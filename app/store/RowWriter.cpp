#include "app/store/RowWriter.h"

#include "app/domain/Command.h"
#include "app/store/Database.h"
#include "app/store/Sql.h"
#include "app/store/TabletRepository.h"

#include <utility>

namespace tutti::store {
namespace {

/// In place of a mood's name.
constexpr std::string_view kSkipped = "skip";

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

qint64 number(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

/// The prepared statements of one write; each is prepared when the first row needs it.
class Statements {
public:
    explicit Statements(const QSqlDatabase& connection)
        : m_connection(connection)
    {
    }

    Result<void> exec(const char* sql, const QVariantList& values)
    {
        auto found = m_prepared.find(sql);
        if (found == m_prepared.end()) {
            QSqlQuery query{m_connection};
            if (!query.prepare(QLatin1String(sql))) {
                return tl::unexpected{errorFrom(query.lastError())};
            }
            found = m_prepared.emplace(sql, std::move(query)).first;
        }
        QSqlQuery& query = found->second;
        for (int i = 0; i < values.size(); ++i) {
            query.bindValue(i, values.at(i));
        }
        if (!query.exec()) {
            return tl::unexpected{errorFrom(query.lastError())};
        }
        query.finish();
        return {};
    }

private:
    QSqlDatabase m_connection;
    /// Keyed by the address of a literal below.
    std::map<const char*, QSqlQuery> m_prepared;
};

// Every insert asks for its lesson first: a lesson deleted while its rows wait must not block the
// rows behind them.
constexpr const char* kLesson =
    "INSERT OR IGNORE INTO lesson(id, class, code, opened_ms, zone, opened_us) "
    "VALUES(?, (SELECT id FROM class WHERE id = ?), ?, ?, ?, ?)";
constexpr const char* kSeating = "INSERT OR IGNORE INTO seat_student(lesson, seat, student) "
                                 "SELECT ?, seat, id FROM student WHERE class = ? AND archived = 0";
constexpr const char* kStart = "UPDATE lesson SET started_us = ? WHERE id = ?";
constexpr const char* kEnd = "UPDATE lesson SET ended_us = ? WHERE id = ?";
constexpr const char* kNote =
    "INSERT OR IGNORE INTO note(lesson, seq, seat, midi, velocity, at_us, received_us) "
    "SELECT id, ?, ?, ?, ?, ?, ? FROM lesson WHERE id = ?";
constexpr const char* kPresenceBegin =
    "INSERT OR IGNORE INTO presence(lesson, seat, from_us, kind, seq) "
    "SELECT id, ?, ?, ?, ? FROM lesson WHERE id = ?";
constexpr const char* kPresenceEnd = "UPDATE presence SET to_us = ? WHERE lesson = ? AND seat = ? "
                                     "AND to_us IS NULL AND from_us <= ?";
constexpr const char* kControl =
    "INSERT OR IGNORE INTO control_event(lesson, seq, at_ns, kind, json) "
    "SELECT id, ?, ?, ?, ? FROM lesson WHERE id = ?";
constexpr const char* kSnapshot = "INSERT OR REPLACE INTO snapshot(lesson, seq, json) "
                                  "SELECT id, ?, ? FROM lesson WHERE id = ?";
constexpr const char* kGame = "INSERT OR REPLACE INTO game_state(lesson, seq, at_ns, json) "
                              "SELECT id, ?, ?, ? FROM lesson WHERE id = ?";
constexpr const char* kOpportunity =
    "INSERT OR IGNORE INTO opportunity(lesson, seq, n, seat, game, round, expected_us, from_us, "
    "to_us, touched_us, asynchrony_us, hit_us, close_us, uncertainty_us) "
    "SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM lesson WHERE id = ?";
constexpr const char* kRoundResult =
    "INSERT OR IGNORE INTO round_result(lesson, seq, game, round, rounds, bars, held, best, final) "
    "SELECT id, ?, ?, ?, ?, ?, ?, ?, ? FROM lesson WHERE id = ?";
constexpr const char* kMoodTotal = "INSERT OR REPLACE INTO mood_total(lesson, round, mood, count) "
                                   "SELECT id, ?, ?, ? FROM lesson WHERE id = ?";
// A guest has no student, so its name is kept nowhere.
constexpr const char* kStudentName =
    "UPDATE student SET first_name = ? "
    "WHERE id = (SELECT student FROM seat_student WHERE lesson = ? AND seat = ?)";

/// Writes one row of each kind.
struct Writer {
    const Database& database;
    Statements& statements;
    const QString& zone;

    Result<void> operator()(const LessonRow& r) const
    {
        return statements
            .exec(kLesson, {qint64{r.lesson.value}, qint64{r.classId.value}, text(r.code),
                            qint64{r.openedMillis}, zone, qint64{r.openedMicros}})
            .and_then([&] {
                return statements.exec(kSeating, {qint64{r.lesson.value}, qint64{r.classId.value}});
            });
    }
    Result<void> operator()(const LessonStartRow& r) const
    {
        return statements.exec(kStart, {qint64{r.atMicros}, qint64{r.lesson.value}});
    }
    Result<void> operator()(const LessonEndRow& r) const
    {
        return statements.exec(kEnd, {qint64{r.atMicros}, qint64{r.lesson.value}});
    }
    Result<void> operator()(const NoteRow& r) const
    {
        return statements.exec(kNote,
                               {number(r.seq), r.seat.value, r.midi, r.velocity, qint64{r.atMicros},
                                qint64{r.receivedMicros}, qint64{r.lesson.value}});
    }
    Result<void> operator()(const PresenceBeginRow& r) const
    {
        return statements.exec(kPresenceBegin, {r.seat.value, qint64{r.atMicros}, text(r.kind),
                                                number(r.seq), qint64{r.lesson.value}});
    }
    Result<void> operator()(const PresenceEndRow& r) const
    {
        return statements.exec(kPresenceEnd, {qint64{r.atMicros}, qint64{r.lesson.value},
                                              r.seat.value, qint64{r.atMicros}});
    }
    Result<void> operator()(const ControlRow& r) const
    {
        return statements.exec(kControl, {number(r.seq), qint64{r.atNanos}, text(r.kind),
                                          QString::fromUtf8(r.json), qint64{r.lesson.value}});
    }
    Result<void> operator()(const SnapshotRow& r) const
    {
        return statements.exec(kSnapshot,
                               {number(r.seq), QString::fromUtf8(r.json), qint64{r.lesson.value}});
    }
    Result<void> operator()(const GameRow& r) const
    {
        return statements.exec(kGame, {number(r.seq), qint64{r.atNanos}, QString::fromUtf8(r.json),
                                       qint64{r.lesson.value}});
    }
    Result<void> operator()(const OpportunityRow& r) const
    {
        const Opportunity& o = r.opportunity;
        const QVariant touched = o.touched ? QVariant{qint64{toMicros(*o.touched)}} : QVariant{};
        const QVariant asynchrony =
            o.asynchrony ? QVariant{qint64{o.asynchrony->count()}} : QVariant{};
        return statements.exec(kOpportunity,
                               {number(r.seq), r.n, o.seat.value, text(r.game), r.round,
                                qint64{toMicros(o.expected)}, qint64{toMicros(o.from)},
                                qint64{toMicros(o.to)}, touched, asynchrony, qint64{o.hit.count()},
                                qint64{o.close.count()}, qint64{o.uncertainty.count()},
                                qint64{r.lesson.value}});
    }
    Result<void> operator()(const RoundResultRow& r) const
    {
        const GroupResult& result = r.result;
        return statements.exec(kRoundResult, {number(r.seq), text(result.game), result.round,
                                              result.rounds, result.bars, result.held, result.best,
                                              result.isFinal ? 1 : 0, qint64{r.lesson.value}});
    }
    Result<void> operator()(const MoodTotalRow& r) const
    {
        return statements.exec(kMoodTotal, {r.round, text(r.mood ? nameOf(*r.mood) : kSkipped),
                                            r.count, qint64{r.lesson.value}});
    }
    Result<void> operator()(const StudentNameRow& r) const
    {
        const QVariant name = r.name.empty() ? QVariant{} : QVariant{text(r.name)};
        return statements.exec(kStudentName, {name, qint64{r.lesson.value}, r.seat.value});
    }
    Result<void> operator()(const TabletRow& r) const
    {
        return TabletRepository{database}.save(r.tablet, r.seenMillis);
    }
    Result<void> operator()(const TabletSeenRow& r) const
    {
        return TabletRepository{database}.seen(r.device, r.atMillis);
    }
};

} // namespace

RowWriter::RowWriter(const Database& database, QString zone)
    : m_database(database)
    , m_zone(std::move(zone))
{
}

Result<void> RowWriter::write(const std::deque<Row>& rows) const
{
    const QSqlDatabase connection = m_database.connection();
    Transaction transaction{connection};
    if (const auto begun = transaction.begin(); !begun) {
        return begun;
    }
    Statements statements{connection};
    const Writer writer{m_database, statements, m_zone};
    for (const Row& row : rows) {
        if (const auto written = std::visit(writer, row); !written) {
            return written;
        }
    }
    return transaction.commit();
}

} // namespace tutti::store

#include "app/store/RowWriter.h"

#include "app/domain/Command.h"
#include "app/store/Database.h"
#include "app/store/Sql.h"

#include <utility>

namespace tutti::store {
namespace {

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

/// Writes one row of each kind.
struct Writer {
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
    const Writer writer{statements, m_zone};
    for (const Row& row : rows) {
        if (const auto written = std::visit(writer, row); !written) {
            return written;
        }
    }
    return transaction.commit();
}

} // namespace tutti::store

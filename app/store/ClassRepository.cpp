#include "app/store/ClassRepository.h"

#include "app/domain/Avatar.h"
#include "app/store/Database.h"
#include "app/store/SettingRepository.h"
#include "app/store/Sql.h"

#include <algorithm>

namespace tutti::store {
namespace {

constexpr int kFirstClassSeats = 24;
constexpr const char* kLastChosenKey = "last_class";

Error noSuchClass()
{
    return {ErrorCode::BadPayload, "there is no such class"};
}

/// As the store has it: no name is NULL.
QVariant nameValue(const std::string& name)
{
    return name.empty() ? QVariant{} : QVariant{QString::fromStdString(name)};
}

Result<void> insertChild(const QSqlDatabase& connection, qint64 classId, const SeatPlan& child)
{
    return run(connection,
               QStringLiteral(
                   "INSERT INTO student(class, avatar, seat, first_name) VALUES(?, ?, ?, ?)"),
               {classId, QString::fromStdString(child.avatar), child.seat.value,
                nameValue(child.name)})
        .map([](const QSqlQuery&) {});
}

/// A child of the class, archived or not, in this seat from now on.
Result<void> seatChild(const QSqlDatabase& connection, qint64 classId, const SeatPlan& child)
{
    return run(connection,
               QStringLiteral("UPDATE student SET archived = 0, seat = ?, avatar = ?, "
                              "first_name = ? WHERE id = ? AND class = ?"),
               {child.seat.value, QString::fromStdString(child.avatar), nameValue(child.name),
                qint64{child.student.value}, classId})
        .and_then([](const QSqlQuery& query) -> Result<void> {
            if (query.numRowsAffected() == 0) {
                return tl::unexpected{Error{ErrorCode::BadPayload, "a child is not in this class"}};
            }
            return {};
        });
}

Result<void> fillSeats(const QSqlDatabase& connection, const ClassRoster& roster)
{
    for (const SeatPlan& child : roster.seats) {
        auto seated = child.student.isValid() ? seatChild(connection, roster.id.value, child)
                                              : insertChild(connection, roster.id.value, child);
        if (!seated) {
            return seated;
        }
    }
    return {};
}

/// Seats 1 to the highest one used: a room's seats are numbered without gaps.
Result<std::vector<SeatPlan>> seatsOf(const QSqlDatabase& connection, ClassId id)
{
    auto rows = run(connection,
                    QStringLiteral("SELECT seat, avatar, first_name, id FROM student "
                                   "WHERE class = ? AND archived = 0 ORDER BY seat"),
                    {qint64{id.value}});
    if (!rows) {
        return tl::unexpected{rows.error()};
    }
    std::vector<SeatPlan> seats;
    while (rows->next()) {
        const int number = std::clamp(rows->value(0).toInt(), 1, kMaxSeats);
        while (static_cast<int>(seats.size()) < number) {
            seats.push_back({SeatId{static_cast<std::int32_t>(seats.size()) + 1}, {}, {}});
        }
        SeatPlan& plan = seats[static_cast<std::size_t>(number - 1)];
        plan.avatar = rows->value(1).toString().toStdString();
        plan.name = rows->value(2).toString().toStdString();
        plan.student = StudentId{rows->value(3).toLongLong()};
    }
    for (SeatPlan& plan : seats) {
        if (plan.avatar.empty()) {
            plan.avatar = freeAvatar(seats);
        }
    }
    return seats;
}

/// Runs a statement on one class. Errors: BadPayload when there is no such class.
Result<void> change(const QSqlDatabase& connection, const char* sql, const QVariant& value,
                    ClassId id)
{
    return run(connection, QLatin1String(sql), {value, qint64{id.value}})
        .and_then([](const QSqlQuery& query) -> Result<void> {
            if (query.numRowsAffected() == 0) {
                return tl::unexpected{noSuchClass()};
            }
            return {};
        });
}

/// A class of animals that was not saved yet.
ClassRoster newClass(const std::string& name, int seats)
{
    ClassRoster roster;
    roster.name = name;
    for (int number = 1; number <= std::min(seats, kMaxSeats); ++number) {
        roster.seats.push_back({SeatId{number}, avatarFor(SeatId{number}), {}});
    }
    return roster;
}

} // namespace

Result<std::vector<ClassEntry>> ClassRepository::list() const
{
    auto rows =
        run(m_database.connection(),
            QStringLiteral("SELECT id, name, "
                           "(SELECT max(seat) FROM student WHERE class = class.id "
                           "AND archived = 0), "
                           "(SELECT max(opened_ms) FROM lesson WHERE lesson.class = class.id) "
                           "FROM class ORDER BY id"));
    if (!rows) {
        return tl::unexpected{rows.error()};
    }
    std::vector<ClassEntry> entries;
    while (rows->next()) {
        ClassEntry entry{ClassId{rows->value(0).toLongLong()},
                         rows->value(1).toString().toStdString(), rows->value(2).toInt()};
        if (!rows->value(3).isNull()) {
            entry.lastUsedMillis = rows->value(3).toLongLong();
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<ClassId> ClassRepository::create(const std::string& name, int seats,
                                        std::int64_t wallMillis) const
{
    ClassRoster roster = newClass(name, seats);
    if (const auto problem = problemOf(roster)) {
        return tl::unexpected{*problem};
    }
    const QSqlDatabase connection = m_database.connection();
    Transaction transaction{connection};
    if (const auto begun = transaction.begin(); !begun) {
        return tl::unexpected{begun.error()};
    }
    const auto added =
        run(connection, QStringLiteral("INSERT INTO class(name, created_ms) VALUES(?, ?)"),
            {QString::fromStdString(name), qint64{wallMillis}});
    if (!added) {
        return tl::unexpected{added.error()};
    }
    roster.id = ClassId{added->lastInsertId().toLongLong()};
    return fillSeats(connection, roster).and_then([&] { return transaction.commit(); }).map([&] {
        return roster.id;
    });
}

Result<ClassRoster> ClassRepository::load(ClassId id) const
{
    auto row = run(m_database.connection(),
                   QStringLiteral("SELECT name, names_on_tablets FROM class WHERE id = ?"),
                   {qint64{id.value}});
    if (!row) {
        return tl::unexpected{row.error()};
    }
    if (!row->next()) {
        return tl::unexpected{noSuchClass()};
    }
    ClassRoster roster{id, row->value(0).toString().toStdString(), row->value(1).toBool(), {}};
    return seatsOf(m_database.connection(), id).map([&](std::vector<SeatPlan> seats) {
        roster.seats = std::move(seats);
        return roster;
    });
}

Result<std::vector<ClassRoster>> ClassRepository::loadAll() const
{
    const auto entries = list();
    if (!entries) {
        return tl::unexpected{entries.error()};
    }
    std::vector<ClassRoster> rosters;
    for (const ClassEntry& entry : *entries) {
        auto roster = load(entry.id);
        if (!roster) {
            return tl::unexpected{roster.error()};
        }
        rosters.push_back(std::move(*roster));
    }
    return rosters;
}

Result<void> ClassRepository::rename(ClassId id, const std::string& name) const
{
    if (const auto problem = problemOf(newClass(name, 1))) {
        return tl::unexpected{*problem};
    }
    return change(m_database.connection(), "UPDATE class SET name = ? WHERE id = ?",
                  QString::fromStdString(name), id);
}

Result<void> ClassRepository::setNamesOnTablets(ClassId id, bool shown) const
{
    return change(m_database.connection(), "UPDATE class SET names_on_tablets = ? WHERE id = ?",
                  shown ? 1 : 0, id);
}

Result<void> ClassRepository::saveSeats(const ClassRoster& roster) const
{
    if (const auto problem = problemOf(roster)) {
        return tl::unexpected{*problem};
    }
    const QSqlDatabase connection = m_database.connection();
    Transaction transaction{connection};
    // Everybody stands up first, so that two children can change seats.
    return transaction.begin()
        .and_then([&] {
            return run(connection,
                       QStringLiteral("UPDATE student SET archived = 1 "
                                      "WHERE class = ? AND archived = 0"),
                       {qint64{roster.id.value}});
        })
        .and_then([&](const QSqlQuery&) { return fillSeats(connection, roster); })
        .and_then([&] { return transaction.commit(); });
}

Result<std::optional<ClassId>> ClassRepository::lastChosen() const
{
    const auto kept = SettingRepository{m_database}.find(kLastChosenKey);
    const auto entries = list();
    if (!kept || !entries) {
        return tl::unexpected{kept ? entries.error() : kept.error()};
    }
    const ClassId id{QByteArray::fromStdString(kept->value_or(std::string{})).toLongLong()};
    const bool exists = std::any_of(entries->begin(), entries->end(),
                                    [&](const ClassEntry& entry) { return entry.id == id; });
    return exists ? std::optional{id} : std::nullopt;
}

Result<void> ClassRepository::setLastChosen(ClassId id) const
{
    return SettingRepository{m_database}.set(kLastChosenKey, std::to_string(id.value));
}

Result<ClassRoster> ClassRepository::ensureSomeClass(const std::string& name,
                                                     std::int64_t wallMillis) const
{
    const auto last = lastChosen();
    if (!last) {
        return tl::unexpected{last.error()};
    }
    if (*last) {
        return load(**last);
    }
    return list().and_then([&](const std::vector<ClassEntry>& entries) {
        return entries.empty() ? ensureClass(name, wallMillis) : load(entries.front().id);
    });
}

Result<ClassRoster> ClassRepository::ensureClass(const std::string& name,
                                                 std::int64_t wallMillis) const
{
    const auto entries = list();
    if (!entries) {
        return tl::unexpected{entries.error()};
    }
    const auto found = std::find_if(entries->begin(), entries->end(),
                                    [&](const ClassEntry& entry) { return entry.name == name; });
    if (found != entries->end()) {
        return load(found->id);
    }
    return create(name, kFirstClassSeats, wallMillis).and_then([this](ClassId id) {
        return load(id);
    });
}

} // namespace tutti::store

#include "app/store/ClassRepository.h"

#include "app/domain/Avatar.h"
#include "app/store/Database.h"
#include "app/store/Sql.h"

#include <algorithm>

namespace tutti::store {
namespace {

constexpr int kFirstClassSeats = 24;

Result<void> addSeats(const QSqlDatabase& connection, qint64 classId, int seats)
{
    for (int number = 1; number <= seats; ++number) {
        const std::string& avatar = avatarFor(SeatId{number});
        const auto added = run(
            connection, QStringLiteral("INSERT INTO student(class, avatar, seat) VALUES(?, ?, ?)"),
            {classId, QString::fromStdString(avatar), number});
        if (!added) {
            return tl::unexpected{added.error()};
        }
    }
    return {};
}

/// Seats 1 to the highest one used: a room's seats are numbered without gaps.
Result<std::vector<SeatPlan>> seatsOf(const QSqlDatabase& connection, ClassId id)
{
    auto rows = run(connection,
                    QStringLiteral("SELECT seat, avatar, first_name FROM student "
                                   "WHERE class = ? AND archived = 0 ORDER BY seat"),
                    {qint64{id.value}});
    if (!rows) {
        return tl::unexpected{rows.error()};
    }
    std::vector<SeatPlan> seats;
    while (rows->next()) {
        const int number = std::clamp(rows->value(0).toInt(), 1, kMaxSeats);
        while (static_cast<int>(seats.size()) < number) {
            const SeatId seat{static_cast<std::int32_t>(seats.size()) + 1};
            seats.push_back({seat, avatarFor(seat), {}, Role::Melody});
        }
        SeatPlan& plan = seats[static_cast<std::size_t>(number - 1)];
        plan.avatar = rows->value(1).toString().toStdString();
        plan.name = rows->value(2).toString().toStdString();
    }
    return seats;
}

} // namespace

Result<std::vector<ClassEntry>> ClassRepository::list() const
{
    auto rows =
        run(m_database.connection(), QStringLiteral("SELECT id, name FROM class ORDER BY id"));
    if (!rows) {
        return tl::unexpected{rows.error()};
    }
    std::vector<ClassEntry> entries;
    while (rows->next()) {
        entries.push_back(
            {ClassId{rows->value(0).toLongLong()}, rows->value(1).toString().toStdString()});
    }
    return entries;
}

Result<ClassId> ClassRepository::create(const std::string& name, int seats,
                                        std::int64_t wallMillis) const
{
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
    const qint64 id = added->lastInsertId().toLongLong();
    return addSeats(connection, id, seats).and_then([&] { return transaction.commit(); }).map([&] {
        return ClassId{id};
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
        return tl::unexpected{Error{ErrorCode::StoreUnavailable, "there is no such class"}};
    }
    ClassRoster roster{id, row->value(0).toString().toStdString(), row->value(1).toBool(), {}};
    return seatsOf(m_database.connection(), id).map([&](std::vector<SeatPlan> seats) {
        roster.seats = std::move(seats);
        return roster;
    });
}

Result<ClassRoster> ClassRepository::ensureFirstClass(const std::string& name,
                                                      std::int64_t wallMillis) const
{
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

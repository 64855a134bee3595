#include "app/store/TabletRepository.h"

#include "app/store/Database.h"
#include "app/store/Sql.h"

namespace tutti::store {

Result<std::vector<Tablet>> TabletRepository::list() const
{
    auto rows = run(m_database.connection(),
                    QStringLiteral("SELECT device, number FROM tablet "
                                   "ORDER BY seen_ms DESC, number LIMIT ?"),
                    {kMostKnown});
    if (!rows) {
        return tl::unexpected{rows.error()};
    }
    std::vector<Tablet> tablets;
    while (rows->next()) {
        tablets.push_back({rows->value(0).toString().toStdString(), rows->value(1).toInt()});
    }
    return tablets;
}

Result<void> TabletRepository::save(const Tablet& tablet, std::int64_t seenMillis) const
{
    return run(m_database.connection(),
               QStringLiteral("INSERT OR REPLACE INTO tablet(device, number, seen_ms) "
                              "VALUES(?, ?, ?)"),
               {QString::fromStdString(tablet.device), tablet.number, qint64{seenMillis}})
        .map([](const QSqlQuery&) {});
}

Result<void> TabletRepository::seen(const std::string& device, std::int64_t millis) const
{
    return run(m_database.connection(),
               QStringLiteral("UPDATE tablet SET seen_ms = max(seen_ms, ?) WHERE device = ?"),
               {qint64{millis}, QString::fromStdString(device)})
        .map([](const QSqlQuery&) {});
}

} // namespace tutti::store

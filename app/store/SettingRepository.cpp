#include "app/store/SettingRepository.h"

#include "app/store/Database.h"
#include "app/store/Sql.h"

namespace tutti::store {

Result<std::optional<std::string>> SettingRepository::find(const std::string& key) const
{
    return run(m_database.connection(), QStringLiteral("SELECT value FROM setting WHERE key = ?"),
               {QString::fromStdString(key)})
        .map([](QSqlQuery query) {
            return query.next() ? std::optional{query.value(0).toString().toStdString()}
                                : std::nullopt;
        });
}

Result<void> SettingRepository::set(const std::string& key, const std::string& value) const
{
    return run(m_database.connection(),
               QStringLiteral("INSERT INTO setting (key, value) VALUES (?, ?) "
                              "ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
               {QString::fromStdString(key), QString::fromStdString(value)})
        .map([](const QSqlQuery&) {});
}

} // namespace tutti::store

#include "app/store/Database.h"

#include "app/store/Migrations.h"
#include "app/store/Sql.h"

#include <QFile>
#include <QSqlError>
#include <QUuid>

#include <utility>

namespace tutti::store {
namespace {

constexpr auto kBusyMillis = "1000";

/// The file exists and only its owner can read it before SQLite writes the first byte; its journal
/// files inherit that.
bool makePrivate(const QString& path)
{
    QFile file{path};
    return (file.exists() || file.open(QIODevice::WriteOnly)) &&
           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

Database::Database(QString name)
    : m_name(std::move(name))
{
}

Database::Database(Database&& other) noexcept
    : m_name(std::exchange(other.m_name, {}))
{
}

Database& Database::operator=(Database&& other) noexcept
{
    if (this != &other) {
        close();
        m_name = std::exchange(other.m_name, {});
    }
    return *this;
}

Database::~Database()
{
    close();
}

void Database::close()
{
    if (m_name.isEmpty()) {
        return;
    }
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
    m_name.clear();
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_name, false);
}

Result<Database> Database::open(const QString& path, Integrity integrity)
{
    Database database{QUuid::createUuid().toString(QUuid::WithoutBraces)};
    if (const auto ready = database.prepare(path, integrity); !ready) {
        return tl::unexpected{ready.error()};
    }
    return database;
}

Result<void> Database::prepare(const QString& path, Integrity integrity)
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    if (!makePrivate(path)) {
        return tl::unexpected{
            Error{ErrorCode::StoreUnavailable, "the data file cannot be written"}};
    }
    connection.setDatabaseName(path);
    connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=") +
                                 QLatin1String(kBusyMillis));
    if (!connection.open()) {
        return tl::unexpected{errorFrom(connection.lastError())};
    }
    const Result<void> checked = integrity == Integrity::Check ? check() : Result<void>{};
    return checked.and_then([this] { return configure(); }).and_then([&] {
        return migrate(connection);
    });
}

Result<void> Database::check() const
{
    auto checked = run(connection(), QStringLiteral("PRAGMA quick_check(1)"));
    if (!checked) {
        return tl::unexpected{checked.error()};
    }
    const QString verdict = checked->next() ? checked->value(0).toString() : QString{};
    if (verdict != QLatin1String("ok")) {
        return tl::unexpected{Error{ErrorCode::StoreCorrupt, verdict.toStdString()}};
    }
    return {};
}

Result<void> Database::configure()
{
    // WAL with NORMAL loses nothing when the program dies, and at most the last writes when the
    // power does.
    for (const char* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL",
                               "PRAGMA foreign_keys=ON", "PRAGMA secure_delete=ON"}) {
        if (const auto set = run(connection(), QLatin1String(pragma)); !set) {
            return tl::unexpected{set.error()};
        }
    }
    return {};
}

} // namespace tutti::store

#include "app/store/Sql.h"

namespace tutti::store {
namespace {

// Result codes of SQLite (sqlite3.h): SQLITE_CORRUPT and SQLITE_NOTADB. Extended codes keep them in
// the low byte.
constexpr int kCorrupt = 11;
constexpr int kNotADatabase = 26;

} // namespace

Error errorFrom(const QSqlError& error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const bool damaged = code == kCorrupt || code == kNotADatabase;
    return {damaged ? ErrorCode::StoreCorrupt : ErrorCode::StoreUnavailable,
            error.databaseText().toStdString()};
}

Result<QSqlQuery> run(const QSqlDatabase& connection, const QString& sql,
                      const QVariantList& values)
{
    QSqlQuery query{connection};
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return tl::unexpected{errorFrom(query.lastError())};
    }
    for (const QVariant& value : values) {
        query.addBindValue(value);
    }
    if (!query.exec()) {
        return tl::unexpected{errorFrom(query.lastError())};
    }
    return query;
}

Transaction::Transaction(const QSqlDatabase& connection)
    : m_connection(connection)
{
}

Transaction::~Transaction()
{
    if (m_open) {
        run(m_connection, QStringLiteral("ROLLBACK"));
    }
}

Result<void> Transaction::begin()
{
    // IMMEDIATE takes the write lock now, so that a full or busy disk is known before the first
    // row.
    const auto begun = run(m_connection, QStringLiteral("BEGIN IMMEDIATE"));
    if (!begun) {
        return tl::unexpected{begun.error()};
    }
    m_open = true;
    return {};
}

Result<void> Transaction::commit()
{
    const auto done = run(m_connection, QStringLiteral("COMMIT"));
    if (!done) {
        return tl::unexpected{done.error()};
    }
    m_open = false;
    return {};
}

} // namespace tutti::store

#pragma once

#include "app/domain/Error.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariantList>

namespace tutti::store {

/// What a failed statement means: damaged file, or a file that cannot be used at the moment.
Error errorFrom(const QSqlError& error);

/// Runs one statement with its positional values.
/// Errors: StoreCorrupt when the file is damaged, else StoreUnavailable.
Result<QSqlQuery> run(const QSqlDatabase& connection, const QString& sql,
                      const QVariantList& values = {});

/// Runs statements as one: all of them are kept, or none. An unfinished transaction is undone when
/// this goes away.
class Transaction {
public:
    explicit Transaction(const QSqlDatabase& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    Result<void> begin();
    Result<void> commit();

private:
    QSqlDatabase m_connection;
    bool m_open = false;
};

} // namespace tutti::store

#pragma once

#include "app/domain/Error.h"

#include <QString>

#include <cstdint>
#include <memory>

class QSqlDatabase;

namespace tutti::store {

/// One open connection to the data file, migrated to this program's tables.
/// Thread: made, used and destroyed on one thread. Never throws.
class Database {
public:
    /// Checking reads the whole file: once a run is enough.
    enum class Integrity : std::uint8_t { Check, Trust };

    /// Opens or makes the file, checks it and brings its tables up to date.
    /// Errors: StoreUnavailable, StoreCorrupt, StoreTooNew; the detail names the cause.
    static Result<Database> open(const QString& path, Integrity integrity = Integrity::Check);

    Database(Database&& other) noexcept;
    Database& operator=(Database&& other) noexcept;
    ~Database();

    QSqlDatabase connection() const;

private:
    explicit Database(QString name);
    Result<void> prepare(const QString& path, Integrity integrity);
    Result<void> configure();
    Result<void> check() const;
    void close();

    /// Qt's name of the connection; empty once moved from.
    QString m_name;
};

} // namespace tutti::store

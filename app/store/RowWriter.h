#pragma once

#include "app/domain/Error.h"
#include "app/store/Row.h"

#include <QString>

#include <deque>

namespace tutti::store {

class Database;

/// Writes rows in one transaction. Writing the same rows again changes nothing, so a write whose
/// answer was lost can be repeated. Thread: the connection's.
class RowWriter {
public:
    /// `zone`: IANA name of the time zone lessons are held in.
    RowWriter(const Database& database, QString zone);

    /// All rows or none. Rows of a lesson that was deleted meanwhile are passed over.
    /// Errors: StoreUnavailable, StoreCorrupt.
    Result<void> write(const std::deque<Row>& rows) const;

private:
    const Database& m_database;
    QString m_zone;
};

} // namespace tutti::store

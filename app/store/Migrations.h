#pragma once

#include "app/domain/Error.h"

class QSqlDatabase;

namespace tutti::store {

/// Number of the newest tables this program knows.
int newestSchema();

/// Runs the numbered scripts of resources/sql that the file has not seen, each in its own
/// transaction; none twice. Errors: StoreTooNew when the file has seen more than this program
/// knows, StoreUnavailable, StoreCorrupt.
Result<void> migrate(const QSqlDatabase& connection);

} // namespace tutti::store

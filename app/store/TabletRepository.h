#pragma once

#include "app/domain/Door.h"
#include "app/domain/Error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tutti::store {

class Database;

/// The tablets that have a number. It is theirs until kMostKnown others were seen since and somebody needs it.
/// Times in milliseconds since 1970, UTC.
/// Thread: the connection's. Errors: StoreUnavailable, StoreCorrupt.
class TabletRepository {
public:
    /// Leaves a room numbers to give to tablets it never saw.
    static constexpr int kMostKnown = 150;

    explicit TabletRepository(const Database& database)
        : m_database(database)
    {
    }

    /// Those seen last, at most kMostKnown; the one seen last comes first.
    Result<std::vector<Tablet>> list() const;
    /// Gives a tablet its number; who had that number has none any more.
    Result<void> save(const Tablet& tablet, std::int64_t seenMillis) const;
    /// A tablet took a seat. Nothing for one without a number.
    Result<void> seen(const std::string& device, std::int64_t millis) const;

private:
    const Database& m_database;
};

} // namespace tutti::store

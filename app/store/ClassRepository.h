#pragma once

#include "app/domain/Error.h"
#include "app/domain/Ids.h"
#include "app/domain/Seat.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tutti::store {

class Database;

/// A class as it appears in a list.
struct ClassEntry {
    ClassId id;
    std::string name;

    friend bool operator==(const ClassEntry&, const ClassEntry&) = default;
};

/// A class with its seats, ready for OpenRoom.
struct ClassRoster {
    ClassId id;
    std::string name;
    bool namesOnTablets = false;
    std::vector<SeatPlan> seats;
};

/// Reads and makes classes.
/// Thread: the connection's. Errors: StoreUnavailable, StoreCorrupt.
class ClassRepository {
public:
    explicit ClassRepository(const Database& database)
        : m_database(database)
    {
    }

    Result<std::vector<ClassEntry>> list() const;
    /// A class of `seats` children without names, each an animal. `wallMillis`: now, UTC.
    Result<ClassId> create(const std::string& name, int seats, std::int64_t wallMillis) const;
    Result<ClassRoster> load(ClassId id) const;
    /// The first class there is; made with 24 seats under this name if there is none.
    Result<ClassRoster> ensureFirstClass(const std::string& name, std::int64_t wallMillis) const;
    /// The class of this name; made with 24 seats if there is none.
    Result<ClassRoster> ensureClass(const std::string& name, std::int64_t wallMillis) const;

private:
    const Database& m_database;
};

} // namespace tutti::store

#pragma once

#include "app/domain/ClassList.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tutti::store {

class Database;

/// Reads, makes and changes classes.
/// Thread: the connection's. Errors: StoreUnavailable, StoreCorrupt; BadPayload for a class there
/// is not, and for a class that problemOf() would not let be.
class ClassRepository {
public:
    explicit ClassRepository(const Database& database)
        : m_database(database)
    {
    }

    /// Oldest first.
    Result<std::vector<ClassEntry>> list() const;
    /// A class of `seats` children without names, each an animal. `wallMillis`: now, UTC.
    Result<ClassId> create(const std::string& name, int seats, std::int64_t wallMillis) const;
    Result<ClassRoster> load(ClassId id) const;
    Result<std::vector<ClassRoster>> loadAll() const;
    Result<void> rename(ClassId id, const std::string& name) const;
    Result<void> setNamesOnTablets(ClassId id, bool shown) const;
    /// Puts these children in these seats, and nothing else of the roster. Who is not in it any
    /// more is archived: the child's lessons stay.
    Result<void> saveSeats(const ClassRoster& roster) const;

    /// The class that was chosen last, if it still exists.
    Result<std::optional<ClassId>> lastChosen() const;
    Result<void> setLastChosen(ClassId id) const;

    /// The class that was chosen last, else the first there is; made with 24 seats under this name
    /// if there is none.
    Result<ClassRoster> ensureSomeClass(const std::string& name, std::int64_t wallMillis) const;
    /// The class of this name; made with 24 seats if there is none.
    Result<ClassRoster> ensureClass(const std::string& name, std::int64_t wallMillis) const;

private:
    const Database& m_database;
};

} // namespace tutti::store

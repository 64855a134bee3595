#pragma once

#include "app/domain/Error.h"

#include <optional>
#include <string>

namespace tutti::store {

class Database;

/// Named texts this installation keeps beside its lessons, such as the secret its tokens are signed with.
/// Thread: the connection's. Errors: StoreUnavailable, StoreCorrupt.
class SettingRepository {
public:
    explicit SettingRepository(const Database& database)
        : m_database(database)
    {
    }

    Result<std::optional<std::string>> find(const std::string& key) const;
    Result<void> set(const std::string& key, const std::string& value) const;

private:
    const Database& m_database;
};

} // namespace tutti::store

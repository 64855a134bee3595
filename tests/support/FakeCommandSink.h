#pragma once

#include "app/domain/CommandSink.h"

#include <utility>
#include <variant>
#include <vector>

namespace tutti::test {

/// A door that only remembers what was submitted.
class FakeCommandSink final : public CommandSink {
public:
    void submit(const Command& command, const Origin& origin) override
    {
        commands.push_back(command);
        origins.push_back(origin);
    }

    /// The last command if it is of this kind, else null.
    template <typename T>
    const T* last() const
    {
        return commands.empty() ? nullptr : std::get_if<T>(&commands.back());
    }

    std::vector<Command> commands;
    std::vector<Origin> origins;
};

} // namespace tutti::test

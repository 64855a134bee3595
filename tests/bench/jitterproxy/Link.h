#pragma once

#include "tests/bench/jitterproxy/DelayModel.h"

#include <array>
#include <deque>
#include <optional>
#include <string>

namespace tutti::bench {

/// One proxied connection: two sockets, and what is under way between them in either direction.
/// Owns: both sockets.
class Link {
public:
    Link(int client, int server, DelayModel model);
    ~Link();
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;

    int socket(Direction from) const { return m_sockets[from == Direction::Up ? 0 : 1]; }
    /// What became of a side that was read. Ended: nothing more will come from it.
    enum class Taken { Open, Ended, Broken };
    /// Takes in what can be read on that side.
    Taken read(Direction from);
    /// Hands on what is due; false when the connection is over.
    bool pump(Nanos now);
    std::optional<Nanos> nextDue() const;

private:
    struct Chunk {
        Nanos at;
        std::string bytes;
    };

    bool pumpOne(Direction direction, Nanos now);

    std::array<int, 2> m_sockets;
    std::array<std::deque<Chunk>, 2> m_underWay;
    std::array<bool, 2> m_ended{false, false};
    DelayModel m_model;
};

} // namespace tutti::bench

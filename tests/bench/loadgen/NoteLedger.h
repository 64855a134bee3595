#pragma once

#include "tests/bench/loadgen/Nanos.h"

#include <cstdint>
#include <set>
#include <vector>

namespace tutti::bench {

/// Who sent what in one room, and what each member has received of it. A note is known by its sender and
/// its stamp, which is unique for the sender.
class NoteLedger {
public:
    enum class Verdict { First, Late, Duplicate, Stale, Unknown };

    NoteLedger(int members, int senders);
    void sent(int sender, Nanos stamp);
    /// Late: first time, but after a later note of the same sender. Stale: from before this ledger.
    Verdict received(int member, int sender, Nanos stamp);

private:
    struct Cell {
        std::size_t next = 0;
        std::set<std::size_t> ahead;
    };

    int m_senders;
    std::vector<std::vector<Nanos>> m_stamps;
    std::vector<Cell> m_cells;
};

} // namespace tutti::bench

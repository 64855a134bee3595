#include "tests/bench/loadgen/NoteLedger.h"

#include <algorithm>

namespace tutti::bench {

NoteLedger::NoteLedger(int members, int senders)
    : m_senders(senders)
    , m_stamps(static_cast<std::size_t>(senders))
    , m_cells(static_cast<std::size_t>(members) * static_cast<std::size_t>(senders))
{
}

void NoteLedger::sent(int sender, Nanos stamp)
{
    m_stamps[static_cast<std::size_t>(sender)].push_back(stamp);
}

NoteLedger::Verdict NoteLedger::received(int member, int sender, Nanos stamp)
{
    if (sender < 0 || sender >= m_senders) {
        return Verdict::Unknown;
    }
    const auto& stamps = m_stamps[static_cast<std::size_t>(sender)];
    if (stamps.empty() || stamp < stamps.front()) {
        return Verdict::Stale;
    }
    const auto found = std::lower_bound(stamps.begin(), stamps.end(), stamp);
    if (found == stamps.end() || *found != stamp) {
        return Verdict::Unknown;
    }
    const auto index = static_cast<std::size_t>(found - stamps.begin());
    Cell& cell = m_cells[static_cast<std::size_t>(member * m_senders + sender)];
    if (index < cell.next || cell.ahead.contains(index)) {
        return Verdict::Duplicate;
    }
    const bool late = !cell.ahead.empty() && *cell.ahead.rbegin() > index;
    cell.ahead.insert(index);
    while (!cell.ahead.empty() && *cell.ahead.begin() == cell.next) {
        cell.ahead.erase(cell.ahead.begin());
        ++cell.next;
    }
    return late ? Verdict::Late : Verdict::First;
}

} // namespace tutti::bench

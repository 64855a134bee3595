#include "app/classroom/NoteGate.h"

namespace tutti::classroom {
namespace {

/// A guest silent for so long is gone, or holds a key that nobody waits for any more.
constexpr std::chrono::minutes kGuestForgotten{1};

std::size_t keyOf(std::int32_t midi)
{
    return static_cast<std::size_t>(midi) & 127U;
}

} // namespace

NoteGate::NoteGate(NoteLimits limits)
    : m_fresh(limits.perSecond, limits.burst)
{
}

bool NoteGate::allows(const NotePlayer& player, ServerTime now) const
{
    const auto found = m_accounts.find(player);
    return (found == m_accounts.end() ? m_fresh : found->second.bucket).available(now) >= 1.0;
}

bool NoteGate::sounds(const NotePlayer& player, std::int32_t midi) const
{
    const auto found = m_accounts.find(player);
    return found != m_accounts.end() && found->second.sounding[keyOf(midi)];
}

void NoteGate::played(const NotePlayer& player, std::int32_t midi, ServerTime now)
{
    Account& account = accountOf(player, now);
    account.bucket.take(now);
    account.sounding.set(keyOf(midi));
}

void NoteGate::stopped(const NotePlayer& player, std::int32_t midi, ServerTime now)
{
    Account& account = accountOf(player, now);
    if (!account.sounding[keyOf(midi)]) {
        account.bucket.take(now);
    }
    account.sounding.reset(keyOf(midi));
}

void NoteGate::forget(SeatId seat)
{
    m_accounts.erase(NotePlayer{seat, {}});
}

NoteGate::Account& NoteGate::accountOf(const NotePlayer& player, ServerTime now)
{
    const auto found = m_accounts.find(player);
    if (found == m_accounts.end()) {
        // Seats are few, but guests come and go, each with a number of its own.
        std::erase_if(m_accounts, [&](const auto& entry) {
            const auto& [key, account] = entry;
            return key.guest.isValid() && account.bucket.isFull(now) &&
                   (account.sounding.none() || now - account.last > kGuestForgotten);
        });
    }
    Account& account = m_accounts.try_emplace(player, Account{m_fresh}).first->second;
    account.last = now;
    return account;
}

} // namespace tutti::classroom

#pragma once

#include "app/domain/Ids.h"
#include "app/domain/TokenBucket.h"

#include <bitset>
#include <map>

namespace tutti::classroom {

/// Notes a second one player may send, and how many at once. All ten fingers may land together, twice over; nobody
/// plays more than 20 a second on purpose.
struct NoteLimits {
    double perSecond = 20.0;
    double burst = 24.0;
};

/// Where notes come from: a seat, or a guest's connection.
struct NotePlayer {
    SeatId seat;
    PeerId guest;

    static NotePlayer of(SeatId seat, PeerId sender)
    {
        return seat.isValid() ? NotePlayer{seat, {}} : NotePlayer{{}, sender};
    }
    friend auto operator<=>(const NotePlayer&, const NotePlayer&) = default;
};

/// Holds every player to the limits. A stop costs like a note, except one that ends a note which sounds: it was paid for
/// with the note. Part of the room's evolving state: allows() and sounds() only look, played() and stopped() count, so
/// that deciding stays free of effects.
class NoteGate {
public:
    explicit NoteGate(NoteLimits limits);

    /// Whether one more note, or one more stop of nothing, is within the limits.
    bool allows(const NotePlayer& player, ServerTime now) const;
    /// Whether the player has played this note and not stopped it. `midi`: 0 to 127.
    bool sounds(const NotePlayer& player, std::int32_t midi) const;
    void played(const NotePlayer& player, std::int32_t midi, ServerTime now);
    void stopped(const NotePlayer& player, std::int32_t midi, ServerTime now);
    /// The seat is somebody else's from now on.
    void forget(SeatId seat);

private:
    struct Account {
        TokenBucket bucket;
        std::bitset<128> sounding = {};
        ServerTime last = {};
    };

    Account& accountOf(const NotePlayer& player, ServerTime now);

    TokenBucket m_fresh;
    std::map<NotePlayer, Account> m_accounts;
};

} // namespace tutti::classroom

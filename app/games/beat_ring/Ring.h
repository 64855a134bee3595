#pragma once

#include "app/domain/Ids.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tutti::games {

/// How close to the beat a tap must be. Younger children tap less evenly.
enum class RingLevel : std::uint8_t { Seed, Sprout, Tree };
/// How beats move on. Left: everybody moves on by one beat; right: back by one.
enum class RingTurn : std::uint8_t { Left, Right, Shuffle, Groups, Stay };
/// Paused: by the teacher. Held: a conductor's hand is up. Done: after the last round.
enum class RingPhase : std::uint8_t { Play, Paused, Held, Done };

/// Names on the wire, in the order of the enumerators.
inline constexpr std::array<std::string_view, 3> kLevelNames{"seed", "sprout", "tree"};
inline constexpr std::array<std::string_view, 5> kTurnNames{"left", "right", "shuffle", "groups",
                                                            "stay"};
inline constexpr std::array<std::string_view, 4> kPhaseNames{"play", "paused", "held", "done"};

inline constexpr int kMaxRounds = 20;
inline constexpr int kMaxEvery = 64;

/// The seats that own each beat; index 0 is beat 1. A seat that was freed in the middle of a round keeps its beats until
/// the next one, for whoever sits there again.
using BeatOwners = std::vector<std::vector<SeatId>>;

/// Who owns the beats from a pulse of the music on. The pulse begins a pass of the ring.
struct RingShift {
    std::int64_t fromBeat = 1;
    BeatOwners owners;

    friend bool operator==(const RingShift&, const RingShift&) = default;
};

/// A beat whose owners are all missing, and the seat whose tablet plays it softly by itself. Missing is who is not in
/// front of a tablet. Whoever the teacher silences, muted or by another role's solo, is there: nobody plays instead.
struct RingCover {
    int beat = 1;
    SeatId seat;

    friend bool operator==(const RingCover&, const RingCover&) = default;
};

/// Everything true of one game of Beat Ring. Beats count from 1; pulses are the music's running pulses, 1 is the first
/// downbeat.
struct Ring {
    int beats = 8;
    /// Beats a student owns: 1 or 2.
    int each = 1;
    RingLevel level = RingLevel::Sprout;
    /// Beats in which nobody plays, in order.
    std::vector<int> rest;
    bool ghost = true;
    RingTurn turn = RingTurn::Left;
    /// Beats move on by themselves after so many counted passes; 0: only with the next round.
    int every = 0;
    int round = 1;
    int rounds = 4;
    RingPhase phase = RingPhase::Play;
    RingShift now;
    /// Takes the place of `now` at its pulse.
    std::optional<RingShift> next;
    /// Seats that came in the middle of a round, in seat order.
    std::vector<SeatId> watching;
    std::vector<RingCover> cover;
    /// Each beat at its latest turn: whether half of its owners who are here answered. Empty: no such turn.
    std::vector<std::optional<bool>> lit;
    /// Passes of this round: counted, held, held in a row now and at best.
    int bars = 0;
    int held = 0;
    int run = 0;
    int best = 0;
    /// What this round asked of the class, and what came of it.
    int offered = 0;
    int answered = 0;
    int inTime = 0;
    /// All chance in the game comes from it. Below 2^53.
    std::int64_t seed = 0;
    /// Names the start of the music that pulses are counted from, by its time in microseconds; 0 before any.
    std::int64_t startMicros = 0;
    /// Everything up to this pulse is dealt with.
    std::int64_t closed = 0;
    /// A pass with a pulse up to this one in it does not count.
    std::int64_t broken = 0;

    std::chrono::microseconds hit() const;
    std::chrono::microseconds close() const;
    /// The note of each beat: up and down the pentatonic scale on C.
    std::vector<int> notes() const;
    int beatOf(std::int64_t pulse) const;
    bool isRest(int beat) const;
    /// The owners that are to come, or those that stay.
    const BeatOwners& upcoming() const { return next ? next->owners : now.owners; }
    /// Whose turn this pulse is; nobody's before `now` begins.
    std::vector<SeatId> ownersAt(std::int64_t pulse) const;
    bool isWatching(SeatId seat) const;

    friend bool operator==(const Ring&, const Ring&) = default;
};

std::vector<int> beatsIn(const BeatOwners& owners, SeatId seat);
bool ownsAny(const BeatOwners& owners, SeatId seat);

} // namespace tutti::games

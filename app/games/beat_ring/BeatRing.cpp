#include "app/games/beat_ring/BeatRing.h"

#include "app/domain/RoomState.h"
#include "app/games/beat_ring/BeatRingState.h"
#include "app/games/beat_ring/RingCodec.h"
#include "app/games/beat_ring/RingMoves.h"
#include "app/games/beat_ring/RingRoom.h"

namespace tutti::games {
namespace {

/// What JSON keeps whole.
constexpr std::uint64_t kSeedMask = (std::uint64_t{1} << 53) - 1;

const Ring& ringOf(const GameState& state)
{
    return static_cast<const BeatRingState&>(state).ring;
}

GameStep stepTo(const Ring& before, RingOutcome out, const GameView& view)
{
    catchUp(out.ring, view);
    GameStep step;
    step.opportunities = std::move(out.opportunities);
    step.round = before.round;
    step.result = std::move(out.result);
    step.beatsChanged = out.ring.upcoming() != before.upcoming();
    if (out.ring != before) {
        step.state = std::make_shared<BeatRingState>(std::move(out.ring));
    }
    return step;
}

} // namespace

GameStatePtr BeatRing::begin(const GameView& view, std::uint64_t random) const
{
    Ring ring;
    ring.seed = static_cast<std::int64_t>(random & kSeedMask);
    dealAnew(ring, view);
    catchUp(ring, view);
    return std::make_shared<BeatRingState>(std::move(ring));
}

GameStatePtr BeatRing::decode(std::string_view json) const
{
    auto ring = decodeRing(json);
    return ring ? std::make_shared<BeatRingState>(std::move(*ring)) : nullptr;
}

std::optional<ServerTime> BeatRing::nextDue(const GameState& state, const GameView& view) const
{
    Ring ring = ringOf(state);
    catchUp(ring, view);
    return ring == ringOf(state) ? nextAdvance(ring, view) : view.now;
}

GameStep BeatRing::step(const GameState& state, const GameView& view) const
{
    RingOutcome out{ringOf(state), {}, {}};
    follow(out.ring, view);
    advance(out.ring, view, out.opportunities);
    return stepTo(ringOf(state), std::move(out), view);
}

Result<GameStep> BeatRing::move(const GameState& state, const GameView& view,
                                const GameMove& move) const
{
    RingOutcome now{ringOf(state), {}, {}};
    follow(now.ring, view);
    advance(now.ring, view, now.opportunities);
    return makeMove(std::move(now.ring), view, move).map([&](RingOutcome out) {
        out.opportunities.insert(out.opportunities.begin(), now.opportunities.begin(),
                                 now.opportunities.end());
        return stepTo(ringOf(state), std::move(out), view);
    });
}

std::optional<Error> BeatRing::refusal(const GameState& state, const Seat& seat) const
{
    const Ring& ring = ringOf(state);
    const bool plays =
        ring.phase == RingPhase::Play && !ring.isWatching(seat.id) &&
        (ownsAny(ring.now.owners, seat.id) || (ring.next && ownsAny(ring.next->owners, seat.id)));
    return plays ? std::nullopt : std::optional{Error{ErrorCode::NotInRound}};
}

} // namespace tutti::games

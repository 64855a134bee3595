// The part of Room that lets a game's rules speak.
#include "app/classroom/Room.h"

#include <algorithm>

namespace tutti::classroom {
namespace {

using namespace std::chrono_literals;

/// A game's state goes to every tablet whole, so what time brings about goes at most ten times a second. A move shows at
/// once; those of the children are limited by what a seat is allowed.
constexpr std::chrono::nanoseconds kGameInterval = 100ms;

} // namespace

const Game* Room::game() const
{
    return m_state.game ? m_games.find(m_state.game->game()) : nullptr;
}

GameView Room::viewAt(ServerTime now) const
{
    return {m_state, m_notes, now};
}

std::optional<ServerTime> Room::gameDue() const
{
    const Game* rules = m_state.phase == RoomPhase::Lesson ? game() : nullptr;
    const auto due = rules ? rules->nextDue(*m_state.game, viewAt(m_lastAt)) : std::nullopt;
    return due ? std::optional{std::max(*due, m_gameChangedAt + kGameInterval)} : std::nullopt;
}

Verdict Room::recorded(GameStep step) const
{
    Verdict verdict;
    if (!step.opportunities.empty()) {
        verdict.events.emplace_back(OpportunitiesClosed{std::string{m_state.game->game()},
                                                        step.round, std::move(step.opportunities)});
    }
    if (step.state) {
        verdict.events.emplace_back(GameChanged{std::move(step.state), false, step.beatsChanged});
    }
    if (step.result) {
        verdict.events.emplace_back(RoundEnded{std::move(*step.result)});
    }
    return verdict;
}

Verdict Room::begun(const Game& next, std::uint64_t random, ServerTime now) const
{
    Verdict verdict;
    GameStatePtr state = next.begin(viewAt(now), random);
    std::vector<SeatId> conductors;
    for (const Seat& seat : m_state.seats) {
        if (seat.role == Role::Conductor && !state->hasConductor()) {
            conductors.push_back(seat.id);
        }
    }
    if (!conductors.empty()) {
        verdict.events.emplace_back(RoleAssigned{std::move(conductors), Role::Melody});
    }
    verdict.events.emplace_back(GameChanged{std::move(state), true, true});
    return verdict;
}

Decision Room::decideOn(const StartLesson& c, ServerTime now) const
{
    if (m_state.phase == RoomPhase::Lesson) {
        return Verdict{};
    }
    const Game* first = c.game.empty() ? m_games.first() : m_games.find(c.game);
    if (!first) {
        return refuse(ErrorCode::NoGame);
    }
    Verdict verdict = begun(*first, c.random, now);
    verdict.events.emplace_back(LessonStarted{});
    return verdict;
}

Decision Room::decideOn(const StartGame& c, ServerTime now) const
{
    if (m_state.phase != RoomPhase::Lesson) {
        return refuse(ErrorCode::NoLesson);
    }
    const Game* next = m_games.find(c.game);
    return next ? Decision{begun(*next, c.random, now)} : refuse(ErrorCode::NoGame, c.game);
}

std::optional<Error> Room::refusalToMove(SeatId id, ServerTime now) const
{
    const Seat* seat = m_state.seat(id);
    if (!seat) {
        return Error{ErrorCode::NoSuchSeat};
    }
    if (m_state.quiet.holdsAt(now)) {
        return Error{ErrorCode::Quiet};
    }
    if (m_state.isSilenced(*seat)) {
        return Error{ErrorCode::Muted};
    }
    return m_moves.allows(id, now) ? std::nullopt : std::optional{Error{ErrorCode::SlowDown}};
}

Decision Room::decideOn(const MakeMove& c, ServerTime now) const
{
    const Game* rules = game();
    if (m_state.phase != RoomPhase::Lesson || !rules) {
        return refuse(ErrorCode::NoLesson);
    }
    if (c.move.seat.isValid()) {
        if (const auto error = refusalToMove(c.move.seat, now)) {
            return tl::unexpected{*error};
        }
    }
    return rules->move(*m_state.game, viewAt(now), c.move).map([&](GameStep step) {
        Verdict verdict = recorded(std::move(step));
        if (!verdict.events.empty()) {
            verdict.events.insert(verdict.events.begin(), GameMoved{c.move});
        }
        return verdict;
    });
}

} // namespace tutti::classroom

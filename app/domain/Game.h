#pragma once

#include "app/domain/Error.h"
#include "app/domain/Ids.h"
#include "app/domain/Opportunity.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tutti {

struct RoomState;
struct Seat;

/// The whole state of one game at one moment: an immutable value, shared, never changed.
/// A game makes a new one for every change; RoomState::evolve only stores it.
class GameState {
public:
    virtual ~GameState() = default;
    /// Registry id of the game this belongs to ("free_jam").
    virtual std::string_view game() const = 0;
    /// One JSON object: the form on the wire, on the stage and in the store.
    virtual std::string encode() const = 0;
    /// The beats a seat owns, from 1; empty in games without owned beats.
    virtual std::vector<int> beatsOf(SeatId) const { return {}; }
    /// Whether seats can be Conductor.
    virtual bool hasConductor() const { return false; }
};

using GameStatePtr = std::shared_ptr<const GameState>;

/// A note of a seat as the rules of a game see it.
struct PlayedNote {
    SeatId seat;
    std::int32_t midi = 0;
    /// When it was touched.
    ServerTime at;
};

/// How long a game can look back on notes.
inline constexpr std::chrono::seconds kGameMemory{8};

/// What the rules of a game look at.
struct GameView {
    const RoomState& room;
    /// The seats' notes of the last kGameMemory, in order of arrival.
    std::span<const PlayedNote> notes;
    ServerTime now;
};

/// Something a child or the teacher did in a game that is no note.
struct GameMove {
    /// Invalid: the teacher.
    SeatId seat;
    /// The game's own name for it ("set", "hand").
    std::string name;
    /// One JSON object with whatever else belongs to it.
    std::string json = "{}";
};

/// How a round went for the whole group. There is no such thing for one child.
struct GroupResult {
    std::string game;
    int round = 1;
    int rounds = 1;
    /// Passes that were counted, that held, and the longest run of held ones.
    int bars = 0;
    int held = 0;
    int best = 0;
    bool isFinal = false;

    friend bool operator==(const GroupResult&, const GroupResult&) = default;
};

/// What a game's rules come to.
struct GameStep {
    /// Null: as it was.
    GameStatePtr state;
    /// Seats own other beats now.
    bool beatsChanged = false;
    std::vector<Opportunity> opportunities;
    /// The round they belong to.
    int round = 1;
    std::optional<GroupResult> result;
};

/// The rules of one game. Pure: same input, same output, on any thread.
class Game {
public:
    virtual ~Game() = default;
    virtual std::string_view id() const = 0;
    /// `random`: the only chance in the game; whatever is shuffled later comes from it.
    virtual GameStatePtr begin(const GameView& view, std::uint64_t random) const = 0;
    /// Reads what encode() wrote; null if it is not that.
    virtual GameStatePtr decode(std::string_view json) const = 0;
    /// When step() has something to do, if ever; a time that has passed means now.
    virtual std::optional<ServerTime> nextDue(const GameState&, const GameView&) const
    {
        return std::nullopt;
    }
    /// What time, notes and the room have brought about.
    virtual GameStep step(const GameState&, const GameView&) const { return {}; }
    /// Errors: BadMove for a move this game does not have, NotAllowed for one that is not this seat's.
    virtual Result<GameStep> move(const GameState&, const GameView&, const GameMove&) const
    {
        return tl::unexpected{Error{ErrorCode::BadMove}};
    }
    /// Why a seat that may play at all may not play in this game now, if so.
    virtual std::optional<Error> refusal(const GameState&, const Seat&) const
    {
        return std::nullopt;
    }
};

/// The games this build knows, by id. Owned by the application, read-only after start.
class GameRegistry {
public:
    void add(std::unique_ptr<Game> game) { m_games.push_back(std::move(game)); }
    /// The game a lesson begins with: the one added first. Null if there are none.
    const Game* first() const { return m_games.empty() ? nullptr : m_games.front().get(); }
    /// Null if there is no such game.
    const Game* find(std::string_view id) const
    {
        for (const auto& game : m_games) {
            if (game->id() == id) {
                return game.get();
            }
        }
        return nullptr;
    }

private:
    std::vector<std::unique_ptr<Game>> m_games;
};

} // namespace tutti

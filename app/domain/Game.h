#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tutti {

/// The whole state of one game at one moment: an immutable value, shared, never changed.
/// A game makes a new one for every change; RoomState::evolve only stores it.
class GameState {
public:
    virtual ~GameState() = default;
    /// Registry id of the game this belongs to ("free_jam").
    virtual std::string_view game() const = 0;
    /// One JSON object: the form on the wire and in the store.
    virtual std::string encode() const = 0;
};

using GameStatePtr = std::shared_ptr<const GameState>;

/// The rules of one game. Pure: same input, same output, on any thread.
class Game {
public:
    virtual ~Game() = default;
    virtual std::string_view id() const = 0;
    virtual GameStatePtr begin() const = 0;
    /// Reads what encode() wrote; null if it is not that.
    virtual GameStatePtr decode(std::string_view json) const = 0;
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

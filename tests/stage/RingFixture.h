#pragma once

#include "app/domain/Avatar.h"
#include "app/domain/RoomState.h"
#include "ui/models/RingModel.h"

#include <array>
#include <string>
#include <utility>

namespace tutti::test {

/// A game's state that is only its JSON: what the dashboard gets to see of any game.
class JsonGame final : public GameState {
public:
    JsonGame(std::string game, std::string json)
        : m_game(std::move(game))
        , m_json(std::move(json))
    {
    }
    std::string_view game() const override { return m_game; }
    std::string encode() const override { return m_json; }
    bool hasConductor() const override { return m_game == ui::kBeatRing; }

private:
    std::string m_game;
    std::string m_json;
};

inline GameStatePtr jsonGame(std::string_view game, std::string json)
{
    return std::make_shared<JsonGame>(std::string{game}, std::move(json));
}

/// A ring of eight beats with three students each, as the rules would write it. `extra` replaces or adds members.
inline std::string ringJson(const std::string& extra = {})
{
    return R"({"beats":8,"each":1,"level":"sprout","notes":[60,62,64,67,69,67,64,62],"rest":[],)"
           R"("ghost":true,"turn":"left","every":0,"round":2,"rounds":4,"phase":"play",)"
           R"("from_beat":1,"owners":[[9,17],[2,10,18],[3,11],[4,12,20],[5,13,21],[6,14,22],)"
           R"([7,15,23],[8,16]],"next":null,"lit":[true,true,null,false,true,true,true,true],)"
           R"("bars":11,"held":7,"run":3,"best":5)" +
           (extra.empty() ? std::string{} : "," + extra) + "}";
}

inline GameStatePtr ringGame(const std::string& extra = {})
{
    return jsonGame(ui::kBeatRing, ringJson(extra));
}

/// Sixteen beats and forty students.
inline GameStatePtr bigRingGame()
{
    std::string notes;
    std::string owners;
    for (int beat = 1; beat <= 16; ++beat) {
        constexpr std::array kNotes{60, 62, 64, 67};
        const std::string comma = beat > 1 ? "," : "";
        notes += comma + std::to_string(kNotes[static_cast<std::size_t>(beat) % kNotes.size()]);
        owners += comma + "[";
        for (int seat = beat; seat <= 40; seat += 16) {
            owners += (seat > beat ? "," : "") + std::to_string(seat);
        }
        owners += "]";
    }
    return ringGame(R"("beats":16,"lit":[],"notes":[)" + notes + R"(],"owners":[)" + owners + "]");
}

inline GameStatePtr jamGame()
{
    return jsonGame(ui::kFreeJam,
                    R"({"notes":{"melody":[60,62,64,67,69,72],"harmony":[60],"bass":[48],)"
                    R"("rhythm":[36,38,70,81]}})");
}

/// Twenty-four seats, everyone here, and a beat at 120 pulses a minute from `at` on.
inline RoomState playingRoom(ServerTime at)
{
    RoomState room;
    room.phase = RoomPhase::Lesson;
    room.code = RoomCode{"LARK"};
    room.timeline = Timeline::stopped(Tempo{120'000}, Meter{4, 4}, at).started(at, 0);
    for (std::int32_t n = 1; n <= 24; ++n) {
        Seat seat;
        seat.id = SeatId{n};
        seat.avatar = avatarFor(seat.id);
        seat.name = "Child " + std::to_string(n);
        seat.presence = Presence::Here;
        seat.device = "tablet";
        seat.connections = 1;
        room.seats.push_back(seat);
    }
    return room;
}

} // namespace tutti::test

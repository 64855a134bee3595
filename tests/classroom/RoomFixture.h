#pragma once

#include "app/classroom/Room.h"
#include "app/domain/Avatar.h"
#include "app/games/Games.h"

namespace tutti::test {

/// One room whose time the test moves: commands in, events and refusals out.
class RoomFixture {
public:
    explicit RoomFixture(classroom::RoomRules rules = {},
                         GameRegistry known = tutti::games::allGames())
        : games(std::move(known))
        , room(games, rules)
    {
    }

    /// Decides and evolves; the events it came to, or none with `refusal` set.
    std::vector<Event> submit(const Command& command, PeerId sender = {})
    {
        const Origin origin{sender};
        refusal.reset();
        answers.clear();
        auto decision = room.decide(command, origin, now);
        if (!decision) {
            refusal = decision.error().code;
            return {};
        }
        answers = decision->answers;
        for (const Event& event : decision->events) {
            room.evolve({room.state().seq + 1, now, origin, event});
        }
        return decision->events;
    }

    void open(int seats = 4)
    {
        OpenRoom command{ClassId{1}, "My class", false, {"LARK"}, LessonId{7}, 0, {}};
        for (int i = 1; i <= seats; ++i) {
            command.seats.push_back({SeatId{i}, avatarFor(SeatId{i}), ""});
        }
        submit(command);
    }

    void openWithLesson()
    {
        open();
        submit(StartLesson{});
    }

    void seat(int number, const std::string& device)
    {
        submit(ClaimSeat{SeatId{number}, device});
        submit(ConnectSeat{SeatId{number}});
    }

    const RoomState& state() const { return room.state(); }

    GameRegistry games;
    classroom::Room room;
    ServerTime now{std::chrono::seconds{100}};
    std::optional<ErrorCode> refusal;
    std::vector<Answer> answers;
};

inline PlayNote noteOf(int seat, int midi = 60)
{
    PlayNote note;
    note.seat = SeatId{seat};
    note.midi = midi;
    return note;
}

} // namespace tutti::test

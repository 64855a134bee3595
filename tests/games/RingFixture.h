#pragma once

#include "app/games/beat_ring/BeatRingState.h"
#include "app/games/beat_ring/RingClock.h"
#include "tests/classroom/RoomFixture.h"

namespace tutti::test {

using namespace std::chrono_literals;

/// A class that plays Beat Ring in a real room, at 120 BPM unless told otherwise. The test is its clock.
class RingFixture : public RoomFixture {
public:
    /// So many seats, all of them taken, and the game begun; the music stands.
    explicit RingFixture(int seats = 8)
    {
        open(seats);
        submit(StartLesson{});
        for (int i = 1; i <= seats; ++i) {
            seat(i, "t" + std::to_string(i));
        }
        submit(ChangeTempo{Tempo::fromBpm(120)});
        submit(ChangeCountIn{0});
        now += 1s;
        begin();
    }

    void begin(std::uint64_t random = 1)
    {
        record(submit(StartGame{"beat_ring", random}));
        runTo(now);
    }

    const games::Ring& ring() const
    {
        return static_cast<const games::BeatRingState&>(*state().game).ring;
    }

    /// Starts the music; `now` is then a moment before the first downbeat.
    void play()
    {
        record(submit(StartTransport{}));
        runTo(now + 100ms);
    }

    ServerTime timeOf(std::int64_t pulse) const
    {
        return games::placeOf(state().timeline, pulse).at;
    }

    /// Lets the room look at the time whenever it wants to, up to `end`.
    void runTo(ServerTime end)
    {
        int left = 100'000;
        while (room.nextDue() && *room.nextDue() <= end && --left > 0) {
            now = std::max(now, *room.nextDue());
            record(submit(Tick{}));
        }
        if (left == 0) {
            qFatal("the room is never done");
        }
        now = std::max(now, end);
    }

    /// Runs until the taps of this pulse are all in.
    void runPast(std::int64_t pulse) { runTo(timeOf(pulse) + 490ms); }

    /// Taps so that a finger met the glass that much after the pulse, and lets the note arrive `travel` later.
    void tap(int seat, std::int64_t pulse, std::chrono::milliseconds off = 0ms,
             std::chrono::milliseconds travel = 0ms)
    {
        PlayNote note = noteOf(seat);
        note.at = timeOf(pulse) + kTouchLatency + off;
        runTo(*note.at + travel);
        record(submit(note));
    }

    /// Everybody taps on the beats they own, from one pulse up to and including another.
    void playWell(std::int64_t from, std::int64_t to)
    {
        for (std::int64_t pulse = from; pulse <= to; ++pulse) {
            runTo(timeOf(pulse) - 50ms);
            const auto owners = ring().ownersAt(pulse);
            for (const SeatId owner : owners) {
                tap(owner.value, pulse);
            }
        }
        runPast(to);
    }

    bool move(std::string name, std::string json = "{}", int seat = 0)
    {
        record(submit(MakeMove{{SeatId{seat}, std::move(name), std::move(json)}}));
        return !refusal;
    }

    void record(const std::vector<Event>& events)
    {
        for (const Event& event : events) {
            if (const auto* closed = std::get_if<OpportunitiesClosed>(&event)) {
                rows.insert(rows.end(), closed->opportunities.begin(), closed->opportunities.end());
                rowRound = closed->round;
            } else if (const auto* ended = std::get_if<RoundEnded>(&event)) {
                results.push_back(ended->result);
            } else if (const auto* changed = std::get_if<GameChanged>(&event)) {
                ++changes;
                beatsChanged += changed->beatsChanged ? 1 : 0;
            }
        }
    }

    std::vector<Opportunity> rowsOf(int seat) const
    {
        std::vector<Opportunity> own;
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(own),
                     [&](const Opportunity& row) { return row.seat == SeatId{seat}; });
        return own;
    }

    std::vector<Opportunity> rows;
    std::vector<GroupResult> results;
    int rowRound = 0;
    int changes = 0;
    int beatsChanged = 0;
};

inline std::vector<SeatId> seats(std::initializer_list<int> numbers)
{
    std::vector<SeatId> ids;
    for (const int number : numbers) {
        ids.emplace_back(number);
    }
    return ids;
}

} // namespace tutti::test

#include "app/games/beat_ring/RingMoves.h"

#include "app/domain/RoomState.h"
#include "app/games/beat_ring/Dealing.h"
#include "app/games/beat_ring/RingClock.h"
#include "app/games/beat_ring/RingOptions.h"
#include "app/games/beat_ring/RingRoom.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace tutti::games {
namespace {

using Moved = Result<RingOutcome>;

tl::unexpected<Error> refuse(std::string detail)
{
    return tl::unexpected{Error{ErrorCode::BadMove, std::move(detail)}};
}

std::optional<bool> boolIn(const QJsonObject& fields, const char* name)
{
    const QJsonValue value = fields.value(QLatin1String(name));
    return value.isBool() ? std::optional{value.toBool()} : std::nullopt;
}

SeatId seatIn(const QJsonObject& fields, const char* name)
{
    return SeatId{fields.value(QLatin1String(name)).toInt()};
}

/// What is wrong with giving this seat a beat, if anything.
std::optional<std::string> problemOf(const RoomState& room, SeatId id)
{
    const Seat* seat = room.seat(id);
    const std::string number = "seat " + std::to_string(id.value);
    if (!seat) {
        return "there is no " + number;
    }
    return isPlayer(*seat) ? std::nullopt : std::optional{number + " does not play"};
}

/// Whether a beat that still waits for taps would be judged by other rules than those it was played by.
bool changesWhatIsAsked(const Ring& before, const Ring& after)
{
    return before.beats != after.beats || before.each != after.each ||
           before.level != after.level || before.rest != after.rest;
}

/// One move in the making.
class RingMove {
public:
    RingMove(Ring ring, const GameView& view)
        : m_out{std::move(ring), {}, {}}
        , m_view(view)
    {
    }

    Moved set(std::string_view options)
    {
        auto wanted = withOptions(ring(), options);
        if (wanted && changesWhatIsAsked(ring(), *wanted)) {
            settle(ring(), m_view, m_out.opportunities);
            wanted = withOptions(ring(), options);
        }
        if (!wanted) {
            return tl::unexpected{wanted.error()};
        }
        const Ring before = std::exchange(ring(), *wanted);
        if (ring().beats != before.beats || ring().each != before.each) {
            dealAnew(ring(), m_view);
            ring().run = 0;
        } else if (ring().rest != before.rest) {
            leaveOutUntil(ring(), m_view, m_view.now);
        }
        return done();
    }

    Moved pause(const QJsonObject& fields)
    {
        const auto on = boolIn(fields, "on");
        if (!on) {
            return refuse("on is true or false");
        }
        if (ring().phase == RingPhase::Done) {
            return refuse("no round is on");
        }
        return enter(*on ? RingPhase::Paused : RingPhase::Play);
    }

    /// A conductor's hand holds the class up, unless the teacher does anyway.
    Moved hand(const QJsonObject& fields)
    {
        const auto up = boolIn(fields, "up");
        if (!up) {
            return refuse("up is true or false");
        }
        if (ring().phase != RingPhase::Play && ring().phase != RingPhase::Held) {
            return done();
        }
        return enter(*up ? RingPhase::Held : RingPhase::Play);
    }

    Moved nextRound()
    {
        if (ring().phase == RingPhase::Done) {
            beginRound(1);
            dealAnew(ring(), m_view);
            return done();
        }
        settle(ring(), m_view, m_out.opportunities);
        const Ring& r = ring();
        m_out.result = GroupResult{"beat_ring", r.round, r.rounds,           r.bars,
                                   r.held,      r.best,  r.round >= r.rounds};
        if (m_out.result->isFinal) {
            ring().phase = RingPhase::Done;
            ring().next.reset();
            return done();
        }
        beginRound(r.round + 1);
        keepOnly(ring(), playersIn(m_view.room));
        games::hand(ring(), m_view, movedOn(ring(), playersIn(m_view.room)));
        leaveOutUntilTheyBegin();
        return done();
    }

    Moved assign(const QJsonObject& fields)
    {
        const int beat = fields.value(QLatin1String("beat")).toInt(-1);
        if (beat < 0 || beat > ring().beats) {
            return refuse("beat is 0 to " + std::to_string(ring().beats));
        }
        const QJsonArray seats = fields.value(QLatin1String("seats")).toArray();
        if (seats.isEmpty()) {
            return refuse("seats is a list of seats");
        }
        BeatOwners owners = ring().upcoming();
        for (const QJsonValue& entry : seats) {
            const SeatId seat{entry.toInt()};
            if (const auto problem = problemOf(m_view.room, seat)) {
                return refuse(*problem);
            }
            owners = withoutSeat(std::move(owners), seat);
            if (beat > 0) {
                auto& there = owners[static_cast<std::size_t>(beat) - 1];
                there.insert(std::upper_bound(there.begin(), there.end(), seat), seat);
            } else if (!ring().isWatching(seat)) {
                ring().watching.push_back(seat);
            }
        }
        return give(std::move(owners));
    }

    Moved swap(const QJsonObject& fields)
    {
        const SeatId a = seatIn(fields, "a");
        const SeatId b = seatIn(fields, "b");
        for (const SeatId seat : {a, b}) {
            if (const auto problem = problemOf(m_view.room, seat)) {
                return refuse(*problem);
            }
        }
        BeatOwners owners = ring().upcoming();
        for (auto& seats : owners) {
            for (SeatId& seat : seats) {
                seat = seat == a ? b : seat == b ? a : seat;
            }
            std::sort(seats.begin(), seats.end());
        }
        for (const SeatId seat : {a, b}) {
            if (!ownsAny(owners, seat)) {
                ring().watching.push_back(seat);
            }
        }
        return give(std::move(owners));
    }

private:
    Ring& ring() { return m_out.ring; }
    Moved done() { return std::move(m_out); }

    Moved enter(RingPhase phase)
    {
        if (phase == RingPhase::Play && ring().phase != RingPhase::Play) {
            leaveOutUntil(ring(), m_view, m_view.now + kOwnerLead);
        } else if (ring().phase == RingPhase::Play && phase != RingPhase::Play) {
            settle(ring(), m_view, m_out.opportunities);
            leaveOutUntil(ring(), m_view, m_view.now);
        }
        ring().phase = phase;
        return done();
    }

    Moved give(BeatOwners owners)
    {
        if (replacesAtOnce(ring(), m_view, owners)) {
            settle(ring(), m_view, m_out.opportunities);
        }
        games::hand(ring(), m_view, std::move(owners));
        return done();
    }

    void beginRound(int round)
    {
        ring().round = round;
        ring().phase = RingPhase::Play;
        ring().watching.clear();
        clearRound(ring());
    }

    /// The pass that still runs belongs to no round.
    void leaveOutUntilTheyBegin()
    {
        const Timeline& line = m_view.room.timeline;
        if (!line.transport.playing) {
            leaveOutUntil(ring(), m_view, line.transport.at);
            return;
        }
        const std::int64_t from = ring().next
                                      ? ring().next->fromBeat
                                      : ringStartFrom(line, ring().beats, m_view.now + kOwnerLead);
        leaveOut(ring(), from - 1);
    }

    RingOutcome m_out;
    const GameView& m_view;
};

QJsonObject fieldsOf(const GameMove& move)
{
    const auto text =
        QByteArray::fromRawData(move.json.data(), static_cast<qsizetype>(move.json.size()));
    return QJsonDocument::fromJson(text).object();
}

Moved byTeacher(RingMove making, const GameMove& move)
{
    if (move.name == "set") {
        return making.set(move.json);
    }
    const QJsonObject fields = fieldsOf(move);
    if (move.name == "next_round") {
        return making.nextRound();
    }
    if (move.name == "pause") {
        return making.pause(fields);
    }
    if (move.name == "assign") {
        return making.assign(fields);
    }
    if (move.name == "swap") {
        return making.swap(fields);
    }
    return refuse("there is no move " + move.name);
}

} // namespace

Moved makeMove(Ring ring, const GameView& view, const GameMove& move)
{
    RingMove making{std::move(ring), view};
    if (!move.seat.isValid()) {
        return byTeacher(std::move(making), move);
    }
    const Seat* seat = view.room.seat(move.seat);
    if (move.name != "hand" || !seat || seat->role != Role::Conductor) {
        return tl::unexpected{Error{ErrorCode::NotAllowed, "only a conductor holds the class up"}};
    }
    return making.hand(fieldsOf(move));
}

} // namespace tutti::games

// The part of Room that decides about sound: transport, quiet and notes.
#include "app/classroom/Room.h"

#include <algorithm>

namespace tutti::classroom {
namespace {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

/// synchrony.md a.6: longer than a tablet schedules ahead, longer still on a slow network, but one bad tablet does not count.
constexpr nanoseconds kMinLead = 300ms;
constexpr nanoseconds kMaxLead = 600ms;
constexpr double kWeakRttMs = 225.0;

/// classroom.md 3.0: a note's own time is believed within these bounds.
constexpr nanoseconds kOldestNote = 2s;
constexpr nanoseconds kNewestNote = 250ms;

tl::unexpected<Error> refuse(ErrorCode code, std::string detail = {})
{
    return tl::unexpected{Error{code, std::move(detail)}};
}

Verdict record(Event event)
{
    Verdict verdict;
    verdict.events.push_back(std::move(event));
    return verdict;
}

} // namespace

std::chrono::nanoseconds Room::lead() const
{
    double worst = 0.0;
    for (const Seat& seat : m_state.seats) {
        if (seat.connections > 0 && seat.rttMs <= kWeakRttMs) {
            worst = std::max(worst, seat.rttMs);
        }
    }
    const nanoseconds wanted = 150ms + nanoseconds{static_cast<std::int64_t>(2e6 * worst)};
    return std::clamp(wanted, kMinLead, kMaxLead);
}

Decision Room::retimed(Timeline timeline) const
{
    timeline.rev = m_state.timeline.rev + 1;
    return record(TimelineChanged{std::move(timeline), std::nullopt, {}});
}

Decision Room::decideOn(const StartTransport&, ServerTime now) const
{
    if (m_state.phase != RoomPhase::Lesson) {
        return refuse(ErrorCode::NoLesson);
    }
    const Timeline& line = m_state.timeline;
    if (line.transport.playing) {
        return refuse(ErrorCode::AlreadyPlaying);
    }
    return retimed(line.started(std::max(now + lead(), line.transport.at), m_state.countInBars));
}

Decision Room::decideOn(const StopTransport&, ServerTime now) const
{
    if (!m_state.timeline.transport.playing) {
        return refuse(ErrorCode::NotPlaying);
    }
    return retimed(m_state.timeline.stoppedAt(now + lead()));
}

Decision Room::decideOn(const ChangeTempo& c, ServerTime now) const
{
    if (c.pulses < kMinTempo || c.pulses > kMaxTempo) {
        return refuse(ErrorCode::BadTempo);
    }
    if (c.pulses == m_state.pulseTempo()) {
        return Verdict{};
    }
    Timeline line = m_state.timeline.retimed(c.pulses, now + lead());
    line.dropSegmentsBefore(now);
    line.rev = m_state.timeline.rev + 1;
    const ServerTime from = line.transport.playing ? line.segments.back().at : now;
    return record(TimelineChanged{std::move(line), c.pulses, from});
}

Decision Room::decideOn(const ChangeMeter& c, ServerTime now) const
{
    if (!c.meter.isSupported()) {
        return refuse(ErrorCode::BadMeter);
    }
    if (c.meter == m_state.meter()) {
        return Verdict{};
    }
    return retimed(m_state.timeline.remetered(c.meter, now + lead()));
}

Decision Room::decideOn(const ChangeCountIn& c, ServerTime) const
{
    if (c.bars < 0 || c.bars > 2) {
        return refuse(ErrorCode::BadPayload, "count-in is 0, 1 or 2 bars");
    }
    return c.bars == m_state.countInBars ? Verdict{} : record(CountInChanged{c.bars});
}

Decision Room::decideOn(const BeQuiet&, ServerTime now) const
{
    const QuietState& quiet = m_state.quiet;
    return quiet.on && !quiet.releaseAt ? Verdict{} : record(QuietStarted{now});
}

Decision Room::decideOn(const ReleaseQuiet&, ServerTime now) const
{
    const QuietState& quiet = m_state.quiet;
    if (!quiet.on || quiet.releaseAt) {
        return Verdict{};
    }
    return record(QuietReleased{releaseTime(now)});
}

ServerTime Room::releaseTime(ServerTime now) const
{
    const Timeline& line = m_state.timeline;
    if (!line.transport.playing) {
        return now;
    }
    // The bar that is clicked begins at the next bar line that can still be announced; playing begins with the one after it.
    const ServerTime earliest = std::max(now + lead(), line.transport.at);
    const Ticks clicked = line.barTickFrom(line.tickAt(earliest) + Ticks{1});
    return line.timeOf(line.barTickFrom(clicked + Ticks{1}));
}

std::optional<Error> Room::refusalToPlay(SeatId id, ServerTime now) const
{
    if (m_state.quiet.holdsAt(now)) {
        return Error{ErrorCode::Quiet};
    }
    if (!id.isValid()) {
        return m_rules.admitGuests ? std::nullopt : std::optional{Error{ErrorCode::SeatRequired}};
    }
    const Seat* seat = m_state.seat(id);
    if (!seat) {
        return Error{ErrorCode::NoSuchSeat};
    }
    if (m_state.phase != RoomPhase::Lesson) {
        return Error{ErrorCode::NoLesson};
    }
    if (seat->muted) {
        return Error{ErrorCode::Muted};
    }
    if (!plays(seat->role)) {
        return Error{ErrorCode::Listener};
    }
    return m_gate.mayPlay(id, now) ? std::nullopt : std::optional{Error{ErrorCode::TooManyNotes}};
}

tl::expected<ServerTime, Error> Room::touchTime(const std::optional<ServerTime>& at,
                                                ServerTime now) const
{
    if (!at) {
        return now;
    }
    if (*at < now - kOldestNote || *at > now + kNewestNote) {
        return refuse(ErrorCode::NoteTime);
    }
    return *at;
}

Decision Room::decideOn(const PlayNote& c, ServerTime now) const
{
    if (const auto error = refusalToPlay(c.seat, now)) {
        return tl::unexpected{*error};
    }
    if (c.midi < 0 || c.midi > 127 || c.velocity < 1 || c.velocity > 127) {
        return refuse(ErrorCode::BadPayload, "midi is 0 to 127, velocity 1 to 127");
    }
    return touchTime(c.at, now).map([&](ServerTime at) { return record(NotePlayed{c, at}); });
}

Decision Room::decideOn(const StopNote& c, ServerTime now) const
{
    if (!c.seat.isValid() && !m_rules.admitGuests) {
        return refuse(ErrorCode::SeatRequired);
    }
    if (c.seat.isValid() && !m_state.seat(c.seat)) {
        return refuse(ErrorCode::NoSuchSeat);
    }
    if (c.midi < 0 || c.midi > 127) {
        return refuse(ErrorCode::BadPayload, "midi is 0 to 127");
    }
    return touchTime(c.at, now).map([&](ServerTime at) { return record(NoteStopped{c, at}); });
}

} // namespace tutti::classroom

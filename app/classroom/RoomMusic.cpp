// The part of Room that decides about the music: transport, tempo, meter and Everyone quiet.
#include "app/classroom/Room.h"

#include <algorithm>

namespace tutti::classroom {
namespace {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

/// Longer than the 150 ms a tablet schedules ahead, so that nothing already scheduled changes, and never shorter than
/// beats are announced. A slow network gets more, but one bad tablet does not count.
constexpr nanoseconds kMinLead = 300ms;
constexpr nanoseconds kMaxLead = 600ms;
constexpr double kWeakRttMs = 225.0;

/// A slider sends dozens of tempos a second; so often is a new one published at most, and the last always is.
constexpr nanoseconds kTempoInterval = 250ms;

/// A tempo that is over is kept for so long: a game still waits for taps on the beats it had.
constexpr nanoseconds kTempoKept = 1s;

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

ServerTime Room::nextTempoTime() const
{
    return m_state.tempoChangedAt ? *m_state.tempoChangedAt + kTempoInterval : ServerTime::min();
}

Verdict Room::changed(Timeline timeline, ServerTime now, std::optional<Tempo> tempo,
                      ServerTime tempoAt) const
{
    timeline.dropSegmentsBefore(now - kTempoKept);
    timeline.rev = m_state.timeline.rev + 1;
    const auto release = movedRelease(timeline, now);
    Verdict verdict = record(TimelineChanged{std::move(timeline), tempo, tempoAt});
    if (release) {
        verdict.events.emplace_back(QuietReleased{*release});
    }
    return verdict;
}

Verdict Room::started(ServerTime now) const
{
    return changed(m_state.timeline.started(now + lead(), m_state.countInBars), now);
}

Verdict Room::retimed(Tempo pulses, ServerTime now) const
{
    const Timeline& line = m_state.timeline;
    const ServerTime earliest = now + lead();
    const ServerTime from = std::max(now, line.tempoTimeFrom(earliest));
    return changed(line.retimed(pulses, earliest), now, pulses, from);
}

Decision Room::decideOn(const StartTransport&, ServerTime now) const
{
    if (m_state.phase != RoomPhase::Lesson) {
        return refuse(ErrorCode::NoLesson);
    }
    const Transport& transport = m_state.timeline.transport;
    if (transport.playing) {
        return refuse(ErrorCode::AlreadyPlaying);
    }
    if (now >= transport.at) {
        return started(now);
    }
    // Beats before the stop are announced; the new start would take them back.
    return m_state.pending.start ? Verdict{}
                                 : record(ChangesDeferred{{m_state.pending.tempo, true}});
}

Decision Room::decideOn(const StopTransport&, ServerTime now) const
{
    if (m_state.pending.start) {
        return record(ChangesDeferred{{m_state.pending.tempo, false}});
    }
    if (!m_state.timeline.transport.playing) {
        return refuse(ErrorCode::NotPlaying);
    }
    return changed(m_state.timeline.stoppedAt(now + lead()), now);
}

Decision Room::decideOn(const ChangeTempo& c, ServerTime now) const
{
    if (c.pulses < kMinTempo || c.pulses > kMaxTempo) {
        return refuse(ErrorCode::BadTempo);
    }
    if (c.pulses == m_state.pulseTempo()) {
        return Verdict{};
    }
    if (now >= nextTempoTime()) {
        return retimed(c.pulses, now);
    }
    PendingChanges pending{c.pulses, m_state.pending.start};
    if (c.pulses == m_state.timeline.lastPulseTempo()) {
        pending.tempo.reset();
    }
    return record(ChangesDeferred{pending});
}

Decision Room::decideOn(const ChangeMeter& c, ServerTime now) const
{
    if (!c.meter.isSupported()) {
        return refuse(ErrorCode::BadMeter);
    }
    if (c.meter == m_state.meter()) {
        return Verdict{};
    }
    return changed(m_state.timeline.remetered(c.meter, now + lead()), now);
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

std::optional<ServerTime> Room::movedRelease(const Timeline& next, ServerTime now) const
{
    const QuietState& quiet = m_state.quiet;
    if (!quiet.holdsAt(now) || !quiet.releaseAt) {
        return std::nullopt;
    }
    if (!next.transport.playing) {
        return now;
    }
    // The clicked bar stays the same bar as far as the new timeline has one there, and is clicked whole.
    const Timeline& line = m_state.timeline;
    const Ticks end = line.tickAt(*quiet.releaseAt);
    const Ticks begin = end - line.meterAt(end - Ticks{1}).meter.bar();
    const Ticks moved = next.barTickFrom(next.barTickFrom(begin) + Ticks{1});
    const ServerTime at = next.timeOf(moved);
    return at == *quiet.releaseAt ? std::nullopt : std::optional{at};
}

} // namespace tutti::classroom

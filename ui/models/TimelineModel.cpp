#include "ui/models/TimelineModel.h"

#include <algorithm>
#include <cmath>

namespace tutti::ui {
namespace {

/// More than a class can play in eight slow bars; a flood pushes out the oldest.
constexpr std::size_t kMostNotes = 4000;
constexpr std::size_t kMostMarks = 64;

bool isWhole(const Timeline& line)
{
    return !line.segments.empty() && !line.meters.empty();
}

} // namespace

/// One overload an event that leaves something on the timeline.
struct TimelineReader {
    TimelineModel& model;
    const RoomState& after;
    ServerTime at;

    void operator()(const RoomOpened& e) const { model.begin(e.timeline); }
    void operator()(const TimelineChanged& e) const { model.follow(e.timeline, at); }
    void operator()(const NotePlayed& e) const { model.play(e, after); }
    void operator()(const NoteStopped& e) const { model.stop(e); }
    void operator()(const QuietStarted& e) const { model.beQuiet(e.at); }
    void operator()(const QuietReleased& e) const { model.endQuiet(e.at); }
    void operator()(const QuietEnded&) const { model.endQuiet(at); }
    void operator()(const MomentMarked&) const { model.m_marks.push_back(model.placeAt(at)); }
    template <typename Other>
    void operator()(const Other&) const
    {
    }
};

TimelineModel::TimelineModel(const RoomState& state)
{
    begin(state.timeline);
    if (state.quiet.on) {
        m_quiets.push_back({m_rest});
    }
}

void TimelineModel::begin(const Timeline& line)
{
    m_notes.clear();
    m_quiets.clear();
    m_marks.clear();
    m_line = line;
    m_rest = 0.0;
    m_runs = {{0, 0, line.meters}};
    if (isWhole(line) && line.transport.playing) {
        // Joined in the middle of the music: the bar it is in comes first.
        m_runs.front().base =
            -static_cast<std::int64_t>(std::floor(placeIn(line, line.transport.tick)));
    }
}

void TimelineModel::apply(const Batch& batch, const RoomState& after)
{
    for (const EventEnvelope& envelope : batch) {
        std::visit(TimelineReader{*this, after, envelope.at}, envelope.event);
    }
    if (!batch.empty()) {
        forget(batch.back().at);
        ++m_revision;
    }
}

double TimelineModel::placeIn(const Timeline& line, Ticks tick) const
{
    const MeterChange& change = line.meterAt(tick);
    const auto into = static_cast<double>((tick - change.tick).value);
    const auto bars = static_cast<double>(m_runs.back().base + change.bar);
    return bars + into / static_cast<double>(change.meter.bar().value);
}

bool TimelineModel::playsAt(ServerTime time) const
{
    return isWhole(m_line) && m_line.playsAt(time);
}

double TimelineModel::placeAt(ServerTime time) const
{
    return playsAt(time) ? placeIn(m_line, m_line.tickAt(time)) : m_rest;
}

void TimelineModel::follow(const Timeline& line, ServerTime now)
{
    const double place = placeAt(now);
    const Transport before = m_line.transport;
    m_line = line;
    if (!isWhole(line)) {
        return;
    }
    const bool starts =
        line.transport.playing && (!before.playing || before.at != line.transport.at);
    if (starts) {
        // A bar line: what was played before belongs to another bar.
        const auto first = static_cast<std::int64_t>(std::ceil(place));
        m_runs.push_back({first, 0, line.meters});
        const double index = placeIn(line, line.transport.tick);
        m_runs.back().base = first - static_cast<std::int64_t>(std::floor(index));
        m_rest = static_cast<double>(first);
        return;
    }
    m_runs.back().meters = line.meters;
    if (before.playing && !line.transport.playing) {
        m_rest = placeIn(line, line.transport.tick);
    }
}

void TimelineModel::play(const NotePlayed& e, const RoomState& after)
{
    const Seat* seat = after.seat(e.note.seat);
    if (!seat) {
        return;
    }
    m_notes.push_back(
        {seat->id, seat->role, e.note.midi, e.at, placeAt(e.at), std::nullopt, !playsAt(e.at)});
}

void TimelineModel::stop(const NoteStopped& e)
{
    const auto open = std::find_if(m_notes.rbegin(), m_notes.rend(), [&](const LiveNote& note) {
        return note.seat == e.note.seat && note.midi == e.note.midi;
    });
    if (open != m_notes.rend() && !open->to) {
        open->to = std::max(open->from, placeAt(e.at));
    }
}

void TimelineModel::beQuiet(ServerTime at)
{
    // Quiet again while the way back is counted in is one stretch for the eye.
    const double place = placeAt(at);
    if (!m_quiets.empty() && (!m_quiets.back().to || *m_quiets.back().to >= place)) {
        m_quiets.back().to.reset();
        return;
    }
    m_quiets.push_back({place});
}

void TimelineModel::endQuiet(ServerTime at)
{
    if (!m_quiets.empty()) {
        LiveStretch& last = m_quiets.back();
        last.to = std::max(last.from, placeAt(at));
    }
}

void TimelineModel::forget(ServerTime now)
{
    const double oldest = std::floor(placeAt(now)) - kBars;
    while (!m_notes.empty() && (m_notes.front().from < oldest || m_notes.size() > kMostNotes)) {
        m_notes.pop_front();
    }
    std::erase_if(m_quiets, [&](const LiveStretch& s) { return s.to && *s.to < oldest; });
    std::erase_if(m_marks, [&](double mark) { return mark < oldest; });
    if (m_marks.size() > kMostMarks) {
        m_marks.erase(m_marks.begin());
    }
    while (m_runs.size() > 1 && static_cast<double>(m_runs[1].first) <= oldest) {
        m_runs.erase(m_runs.begin());
    }
}

const TimelineModel::Run& TimelineModel::runOf(std::int64_t bar) const
{
    const auto later = std::find_if(m_runs.begin() + 1, m_runs.end(),
                                    [&](const Run& run) { return run.first > bar; });
    return *(later - 1);
}

std::int64_t TimelineModel::numberOf(std::int64_t bar) const
{
    return bar - runOf(bar).base + 1;
}

int TimelineModel::pulsesIn(std::int64_t bar) const
{
    const Run& run = runOf(bar);
    Meter meter;
    for (const MeterChange& change : run.meters) {
        if (&change == &run.meters.front() || change.bar <= bar - run.base) {
            meter = change.meter;
        }
    }
    return meter.pulsesPerBar();
}

} // namespace tutti::ui

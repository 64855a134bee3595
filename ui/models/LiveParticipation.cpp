#include "ui/models/LiveParticipation.h"

#include "ui/models/RingFigures.h"

namespace tutti::ui {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::minutes kQuietAfter{2};
/// Notes nearer than this leave no gap in the active time, so that those between two of them need not be kept.
constexpr std::chrono::seconds kNoGap{3};

void append(sel::IntervalSet& set, const sel::Interval& stretch)
{
    set = set.unitedWith(sel::IntervalSet{{stretch}});
}

void keepNote(std::vector<ServerTime>& notes, ServerTime note)
{
    if (notes.size() >= 2 && note - notes[notes.size() - 2] <= kNoGap) {
        notes.back() = std::max(notes.back(), note);
    } else {
        notes.push_back(note);
    }
}

} // namespace

LiveParticipation::LiveParticipation(const RoomMirror& mirror, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_clock(clock)
{
    connect(&mirror, &RoomMirror::changed, this, &LiveParticipation::follow);
    follow();
}

LiveParticipation::Moment LiveParticipation::momentAt(ServerTime now) const
{
    const RoomState& room = m_mirror.state();
    Moment moment;
    moment.lesson = room.phase == RoomPhase::Lesson;
    moment.quiet = room.quiet.holdsAt(now);
    moment.music = !room.timeline.segments.empty() && room.timeline.playsAt(now);
    for (const Seat& seat : room.seats) {
        moment.seats.push_back(
            {seat.presence == Presence::Here, tutti::plays(seat.role), room.isSilenced(seat)});
    }
    return moment;
}

void LiveParticipation::follow()
{
    const ServerTime now = m_clock.now();
    if (m_mirror.state().lesson != m_lesson) {
        m_lesson = m_mirror.state().lesson;
        m_records.clear();
        m_lastNotes.clear();
        m_inRound.clear();
        m_quiet = {};
        m_moment = {};
        m_since = now;
    }
    extend(now);
    m_moment = momentAt(now);
    followRound();
    takeNotes();
}

void LiveParticipation::extend(ServerTime now)
{
    const sel::Interval stretch{m_since, now};
    m_since = now;
    if (!m_moment.lesson || stretch.to <= stretch.from) {
        return;
    }
    if (m_moment.quiet) {
        append(m_quiet, stretch);
    }
    for (std::size_t i = 0; i < m_moment.seats.size(); ++i) {
        const Facts& facts = m_moment.seats[i];
        Record& record = m_records[SeatId{static_cast<std::int32_t>(i) + 1}];
        if (facts.present) {
            append(record.times.present, stretch);
        }
        if (facts.plays) {
            append(record.times.playing, stretch);
        }
        if (facts.muted) {
            append(record.times.muted, stretch);
        }
        if (facts.present && facts.plays && !facts.muted && !m_moment.quiet && m_moment.music) {
            record.idle += stretch.length();
        }
    }
}

void LiveParticipation::followRound()
{
    const GameStatePtr& game = m_mirror.state().game;
    if (game == m_game) {
        return;
    }
    m_game = game;
    const auto ring = ringFiguresOf(game);
    const int round = ring ? ring->round : 0;
    const int offered = ring ? ring->offered : 0;
    if (round != m_round || offered < m_offered) {
        m_inRound.clear();
    }
    m_round = round;
    m_offered = offered;
}

void LiveParticipation::takeNotes()
{
    for (const Seat& seat : m_mirror.state().seats) {
        if (!m_moment.lesson || !seat.lastNote) {
            continue;
        }
        const auto [known, fresh] = m_lastNotes.try_emplace(seat.id, seat.lastNote->at);
        if (!fresh && known->second == seat.lastNote->at) {
            continue;
        }
        known->second = seat.lastNote->at;
        Record& record = m_records[seat.id];
        keepNote(record.notes, seat.lastNote->at);
        record.idle = {};
        m_inRound.insert(seat.id);
    }
}

std::optional<double> LiveParticipation::activeShare()
{
    extend(m_clock.now());
    sel::Duration active{};
    sel::Duration eligible{};
    for (const auto& [seat, record] : m_records) {
        const sel::IntervalSet could = sel::eligibleTime(record.times, m_quiet);
        if (sel::activeShare(could, record.notes)) {
            active += sel::activeIntervals(could, record.notes).length();
            eligible += could.length();
        }
    }
    if (eligible == sel::Duration{}) {
        return std::nullopt;
    }
    return static_cast<double>(active.count()) / static_cast<double>(eligible.count());
}

std::vector<SeatId> LiveParticipation::quietSoFar()
{
    extend(m_clock.now());
    std::vector<SeatId> quiet;
    for (const Seat& seat : m_mirror.state().seats) {
        const auto record = m_records.find(seat.id);
        const bool here = seat.presence == Presence::Here && tutti::plays(seat.role);
        if (here && record != m_records.end() && record->second.idle >= kQuietAfter) {
            quiet.push_back(seat.id);
        }
    }
    return quiet;
}

} // namespace tutti::ui

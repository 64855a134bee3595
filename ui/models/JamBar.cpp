#include "ui/models/JamBar.h"

#include "ui/models/TileState.h"

#include <algorithm>
#include <cmath>

namespace tutti::ui {
namespace {

/// A note without a beat to sit on is shown this long.
constexpr std::chrono::seconds kLooseFor{2};
/// Places this close are one place.
constexpr double kSame = 1e-9;

/// Lays out one lane of one bar: a note takes the first row that is free where it sounded.
class LaneRows {
public:
    LaneRows(JamLane& lane, double width, int rows, bool pale)
        : m_lane(lane)
        , m_width(width)
        , m_pale(pale)
        , m_ends(static_cast<std::size_t>(rows), -1.0)
        , m_first(lane.notes.size())
    {
    }

    void add(const LiveNote& note, double where, bool ringed)
    {
        if (JamNote* own = sameHand(note.seat, where)) {
            own->midi = note.midi;
            own->ringed = own->ringed || ringed;
            return;
        }
        const auto row = std::find_if(m_ends.begin(), m_ends.end(),
                                      [&](double end) { return where >= end - kSame; });
        if (row == m_ends.end()) {
            overflow(where);
            return;
        }
        *row = where + m_width;
        m_lane.notes.push_back(
            {note.seat, note.midi, where, static_cast<int>(row - m_ends.begin()), m_pale, ringed});
    }

    /// Notes of this bar that the playhead has gone over make room.
    void dropBefore(double playhead)
    {
        std::erase_if(m_lane.notes,
                      [&](const JamNote& note) { return note.pale && note.where <= playhead; });
        std::erase_if(m_lane.more,
                      [&](const JamMore& more) { return more.pale && more.where <= playhead; });
    }

private:
    /// Somebody who drums fast has one picture, not a heap of them.
    JamNote* sameHand(SeatId seat, double where)
    {
        for (std::size_t i = m_lane.notes.size(); i > m_first; --i) {
            JamNote& note = m_lane.notes[i - 1];
            if (note.seat == seat && where - note.where < m_width) {
                return &note;
            }
        }
        return nullptr;
    }
    void overflow(double where)
    {
        const bool near = !m_lane.more.empty() && m_lane.more.back().pale == m_pale &&
                          where - m_lane.more.back().where < m_width;
        if (near) {
            ++m_lane.more.back().count;
        } else {
            m_lane.more.push_back({where, 1, m_pale});
        }
    }

    JamLane& m_lane;
    double m_width;
    bool m_pale;
    std::vector<double> m_ends;
    std::size_t m_first;
};

bool isRinged(const LiveNote& note, ServerTime now)
{
    return now - note.at < kNoteGlow;
}

std::vector<LiveNote> notesIn(const TimelineModel& model, Role role, double from, double to)
{
    std::vector<LiveNote> found;
    for (const LiveNote& note : model.notes()) {
        if (note.role == role && !note.loose && note.from >= from && note.from < to) {
            found.push_back(note);
        }
    }
    // A slow tablet's notes arrive late.
    std::stable_sort(found.begin(), found.end(),
                     [](const LiveNote& a, const LiveNote& b) { return a.from < b.from; });
    return found;
}

void fillPlaying(JamLane& lane, const TimelineModel& model, ServerTime now, double width, int rows)
{
    const double place = model.placeAt(now);
    const double bar = std::floor(place);
    LaneRows before(lane, width, rows, true);
    for (const LiveNote& note : notesIn(model, lane.role, bar - 1.0, bar)) {
        before.add(note, note.from - (bar - 1.0), isRinged(note, now));
    }
    before.dropBefore(place - bar);
    LaneRows current(lane, width, rows, false);
    for (const LiveNote& note : notesIn(model, lane.role, bar, bar + 1.0)) {
        current.add(note, note.from - bar, isRinged(note, now));
    }
}

void fillStanding(JamLane& lane, const TimelineModel& model, ServerTime now, double width, int rows)
{
    LaneRows current(lane, width, rows, false);
    std::vector<SeatId> seen;
    for (const LiveNote& note : model.notes()) {
        if (!note.loose || note.role != lane.role || now - note.at >= kLooseFor) {
            continue;
        }
        auto place = std::find(seen.begin(), seen.end(), note.seat);
        if (place == seen.end()) {
            seen.push_back(note.seat);
            place = seen.end() - 1;
        }
        // No beat, no place: side by side, in the order in which they began.
        const auto column = static_cast<int>(place - seen.begin()) / rows;
        current.add(note, std::min(1.0, width * (column + 0.5)), isRinged(note, now));
    }
}

} // namespace

std::optional<double> playheadAt(const TimelineModel& model, ServerTime now)
{
    if (!model.playsAt(now)) {
        return std::nullopt;
    }
    const double place = model.placeAt(now);
    return place - std::floor(place);
}

JamBar jamBarAt(const TimelineModel& model, const RoomState& room, ServerTime now, double width,
                int rows)
{
    JamBar jam;
    const auto playhead = playheadAt(model, now);
    const auto bar = static_cast<std::int64_t>(std::floor(model.placeAt(now)));
    jam.pulses = model.pulsesIn(bar);
    if (playhead) {
        jam.number = model.numberOf(bar);
        jam.pulse = std::min(static_cast<int>(*playhead * jam.pulses), jam.pulses - 1);
    }
    for (std::size_t i = 0; i < jam.lanes.size(); ++i) {
        JamLane& lane = jam.lanes[i];
        lane.role = JamBar::kLanes[i];
        (playhead ? fillPlaying : fillStanding)(lane, model, now, width, rows);
    }
    for (const Seat& seat : room.seats) {
        if (!seat.isClaimed()) {
            continue;
        }
        if (seat.role == Role::Listener) {
            jam.listeners.push_back(seat.id);
        }
        for (JamLane& lane : jam.lanes) {
            lane.players += lane.role == seat.role ? 1 : 0;
        }
    }
    return jam;
}

} // namespace tutti::ui

#pragma once

#include "app/domain/RoomState.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace tutti::ui {

/// A note of a seat, and where in the music it was. Places count bars from the first one that was seen, as real numbers: 3.25
/// is a quarter into the fourth bar. Stops and new starts make no gap.
struct LiveNote {
    SeatId seat;
    /// The seat's role when it played.
    Role role = Role::Melody;
    std::int32_t midi = 0;
    ServerTime at;
    double from = 0.0;
    /// Empty while it sounds, or where no end was heard.
    std::optional<double> to = {};
    /// Played while the music stood still, so that it has no place of its own.
    bool loose = false;
};

/// A stretch of the music; without an end while it goes on.
struct LiveStretch {
    double from = 0.0;
    std::optional<double> to = {};
};

/// What happened in the last bars, for the timeline and the stage: notes, Everyone quiet, marked moments. Bounded.
/// Thread: the GUI thread. Pure: time comes from the events.
class TimelineModel {
public:
    /// Bars that can be looked back on.
    static constexpr int kBars = 8;

    /// Begins in the room as it stands, with nothing played yet.
    explicit TimelineModel(const RoomState& state);

    /// `after`: the room once this batch is in it.
    void apply(const Batch& batch, const RoomState& after);

    /// Where the music is; stands still while the music does.
    double placeAt(ServerTime time) const;
    bool playsAt(ServerTime time) const;
    /// Bar number as the transport shows it; 0 and below in a count-in.
    std::int64_t numberOf(std::int64_t bar) const;
    int pulsesIn(std::int64_t bar) const;

    const std::deque<LiveNote>& notes() const { return m_notes; }
    const std::vector<LiveStretch>& quiets() const { return m_quiets; }
    const std::vector<double>& marks() const { return m_marks; }
    /// Raised by every change.
    std::uint64_t revision() const { return m_revision; }

private:
    friend struct TimelineReader;

    /// Bars since one start of the music.
    struct Run {
        /// The first of them, as a place.
        std::int64_t first = 0;
        /// Place of the bar with index 0.
        std::int64_t base = 0;
        std::vector<MeterChange> meters;
    };

    void begin(const Timeline& line);
    void follow(const Timeline& line, ServerTime now);
    void play(const NotePlayed& e, const RoomState& after);
    void stop(const NoteStopped& e);
    void beQuiet(ServerTime at);
    void endQuiet(ServerTime at);
    void forget(ServerTime now);
    double placeIn(const Timeline& line, Ticks tick) const;
    const Run& runOf(std::int64_t bar) const;

    Timeline m_line;
    std::vector<Run> m_runs;
    /// Where the music stands while it does.
    double m_rest = 0.0;
    std::deque<LiveNote> m_notes;
    std::vector<LiveStretch> m_quiets;
    std::vector<double> m_marks;
    std::uint64_t m_revision = 0;
};

} // namespace tutti::ui

#pragma once

#include "ui/models/TimelineModel.h"

#include <array>

namespace tutti::ui {

/// One picture of a Free Jam: who played what, where in the bar.
struct JamNote {
    SeatId seat;
    std::int32_t midi = 0;
    /// From 0 to 1 through the bar.
    double where = 0.0;
    int row = 0;
    /// From the bar before, still to be played over.
    bool pale = false;
    /// Sounded just now.
    bool ringed = false;

    friend bool operator==(const JamNote&, const JamNote&) = default;
};

/// So many more than the rows of a lane can hold.
struct JamMore {
    double where = 0.0;
    int count = 0;
    bool pale = false;

    friend bool operator==(const JamMore&, const JamMore&) = default;
};

struct JamLane {
    Role role = Role::Melody;
    /// Seats with this role that somebody sits on.
    int players = 0;
    std::vector<JamNote> notes;
    std::vector<JamMore> more;

    friend bool operator==(const JamLane&, const JamLane&) = default;
};

/// The one bar a Free Jam shows. What it holds is compared without the playhead, which moves by itself.
struct JamBar {
    static constexpr std::array kLanes{Role::Melody, Role::Harmony, Role::Bass, Role::Rhythm};
    static constexpr int kRows = 2;

    /// Number of the running bar; empty while the music stands.
    std::optional<std::int64_t> number;
    int pulses = 4;
    /// Index of the running pulse, from 0; -1 while the music stands.
    int pulse = -1;
    std::array<JamLane, kLanes.size()> lanes;
    std::vector<SeatId> listeners;

    friend bool operator==(const JamBar&, const JamBar&) = default;
};

/// `width`: of a picture, as a share of the bar; `rows`: of one lane.
JamBar jamBarAt(const TimelineModel& model, const RoomState& room, ServerTime now, double width,
                int rows = JamBar::kRows);
/// From 0 to 1 through the running bar; empty while the music stands.
std::optional<double> playheadAt(const TimelineModel& model, ServerTime now);

} // namespace tutti::ui

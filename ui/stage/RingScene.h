#pragma once

#include "app/domain/RoomState.h"
#include "ui/models/RingModel.h"
#include "ui/stage/StagePicture.h"

namespace tutti::ui {

struct RingBeat {
    std::int32_t midi = 60;
    bool rest = false;
    std::optional<bool> lit;
    std::vector<StagePicture> owners;

    friend bool operator==(const RingBeat&, const RingBeat&) = default;
};

/// What a Beat Ring shows between two beats. A value: equal scenes look the same.
struct RingScene {
    std::vector<RingBeat> beats;
    std::vector<StagePicture> conductors;
    RingPhase phase = RingPhase::Play;
    bool quiet = false;
    /// Passes held in a row.
    int run = 0;
    /// Set when the last round is over.
    std::optional<GroupResult> result;

    int mostOwners() const;
    friend bool operator==(const RingScene&, const RingScene&) = default;
};

/// Where the beat is.
struct RingMoment {
    /// From 1; empty while the music stands and in the count-in.
    std::optional<int> beat;
    /// 4-3-2-1; empty outside the count-in.
    std::optional<int> countIn;
    /// Seconds since the pulse began.
    double age = 0.0;
    /// Too fast for large shapes to change: only the marker moves.
    bool fast = false;
};

/// Running number of the pulse that sounds; empty while the music stands and in the count-in.
std::optional<std::int64_t> ringPulseAt(const Timeline& timeline, ServerTime now);
RingScene ringSceneAt(const RingState& ring, const RoomState& room, ServerTime now);
RingMoment ringMomentAt(int beats, const Timeline& timeline, ServerTime now);

} // namespace tutti::ui

#include "ui/stage/RingScene.h"

#include "ui/models/BeatPosition.h"

#include <algorithm>

namespace tutti::ui {
namespace {

/// Close to three a second, where large shapes must not change brightness any more.
constexpr Tempo kFast{170'000};

} // namespace

int RingScene::mostOwners() const
{
    std::size_t most = 0;
    for (const RingBeat& beat : beats) {
        most = std::max(most, beat.owners.size());
    }
    return static_cast<int>(most);
}

std::optional<std::int64_t> ringPulseAt(const Timeline& timeline, ServerTime now)
{
    const auto pulse = pulseNow(timeline, now);
    return pulse && pulse->number >= 1 ? std::optional{pulse->number} : std::nullopt;
}

RingScene ringSceneAt(const RingState& ring, const RoomState& room, ServerTime now)
{
    RingScene scene;
    const RingOwners& owners = ring.ownersAt(ringPulseAt(room.timeline, now));
    for (int i = 0; i < ring.beats; ++i) {
        const auto index = static_cast<std::size_t>(i);
        RingBeat& beat = scene.beats.emplace_back();
        beat.midi = ring.notes[index];
        beat.rest = ring.isRest(i + 1);
        beat.lit = ring.lit[index];
        for (const SeatId id : owners.beats[index]) {
            if (const Seat* seat = room.seat(id)) {
                beat.owners.push_back(pictureOf(*seat));
            }
        }
    }
    for (const Seat& seat : room.seats) {
        if (seat.role == Role::Conductor && seat.isClaimed()) {
            scene.conductors.push_back(pictureOf(seat));
        }
    }
    scene.phase = ring.phase;
    scene.quiet = room.quiet.holdsAt(now);
    scene.run = ring.run;
    if (ring.phase == RingPhase::Done) {
        scene.result = room.lastResult;
    }
    return scene;
}

RingMoment ringMomentAt(int beats, const Timeline& timeline, ServerTime now)
{
    RingMoment moment;
    const auto pulse = pulseNow(timeline, now);
    if (!pulse) {
        return moment;
    }
    moment.age = std::chrono::duration<double>(now - pulse->at).count();
    moment.fast = timeline.pulseTempoAt(now) > kFast;
    if (pulse->number >= 1) {
        moment.beat = static_cast<int>((pulse->number - 1) % beats) + 1;
    } else {
        moment.countIn = timeline.meterAt(pulse->tick).meter.pulsesPerBar() - pulse->inBar + 1;
    }
    return moment;
}

} // namespace tutti::ui

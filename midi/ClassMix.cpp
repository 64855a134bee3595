#include "midi/ClassMix.h"

#include <algorithm>
#include <utility>

namespace tutti::midi {
namespace {

/// More notes than a class has fingers for; guests' names are without limit.
constexpr std::size_t kMostHeld = 512;
/// What took longer from the finger to here would sound like a wrong beat.
constexpr std::chrono::milliseconds kTooOld{250};

bool isKey(std::int32_t midi)
{
    return midi >= 0 && midi <= 127;
}

} // namespace

struct ClassMixVisitor {
    ClassMix& mix;
    const RoomState& room;
    ServerTime at;

    void operator()(const NotePlayed& event) const { mix.play(event, at, room); }
    void operator()(const NoteStopped& event) const { mix.stop(event.note, at); }
    void operator()(const SeatDisconnected&) const { mix.releaseSilenced(room, at); }
    void operator()(const SeatFreed& event) const
    {
        mix.releaseIf([&](const ClassMix::Held& note) { return note.seat == event.seat; }, at);
    }
    void operator()(const RoleAssigned& event) const
    {
        const auto has = [&](SeatId seat) {
            return std::find(event.seats.begin(), event.seats.end(), seat) != event.seats.end();
        };
        mix.releaseIf([&](const ClassMix::Held& note) { return has(note.seat); }, at);
    }
    void operator()(const GameChanged& event) const
    {
        // The instruments on the tablets change, and with them what a finger holds.
        const auto ends = [&](const ClassMix::Held& note) {
            return event.begins && room.seat(note.seat) != nullptr;
        };
        mix.releaseIf(ends, at);
    }
    void operator()(const SeatsMuted&) const { mix.releaseSilenced(room, at); }
    void operator()(const SoloChanged&) const { mix.releaseSilenced(room, at); }
    void operator()(const QuietStarted&) const { mix.silence(at); }
    void operator()(const RoomOpened&) const { mix.silence(at); }
    void operator()(const LessonEnded&) const { mix.silence(at); }
    template <typename Other>
    void operator()(const Other&) const
    {
    }
};

ClassMix::ClassMix(MixRing& ring)
    : m_ring(ring)
{
}

void ClassMix::feed(const Batch& batch, const RoomState& room)
{
    for (const EventEnvelope& envelope : batch) {
        if (m_isBehind) {
            m_isBehind = false;
            silence(envelope.at);
        }
        std::visit(ClassMixVisitor{*this, room, envelope.at}, envelope.event);
    }
}

void ClassMix::setPlaysClass(bool on)
{
    m_playsClass = on;
    if (!on) {
        std::erase_if(m_held, [](const Held& note) { return !note.byTeacher; });
    }
}

void ClassMix::play(const NotePlayed& played, ServerTime at, const RoomState& room)
{
    const PlayNote& note = played.note;
    const bool isPlayed = note.byTeacher || m_playsClass;
    if (!isPlayed || at - note.at.value_or(at) > kTooOld) {
        return;
    }
    const Seat* seat = room.seat(note.seat);
    // Guests have no role; what they play is a tune more often than not.
    const Role role = seat != nullptr ? seat->role : Role::Melody;
    if (!plays(role) || !isKey(note.midi)) {
        return;
    }
    const auto key = static_cast<std::uint8_t>(note.midi);
    hold({note.seat, note.guest, key, role, note.byTeacher}, at);
    const auto velocity = static_cast<std::uint8_t>(std::clamp(note.velocity, 1, 127));
    push({MixEvent::Kind::On, role, key, velocity, at, note.byTeacher});
}

void ClassMix::hold(const Held& note, ServerTime at)
{
    if (std::find(m_held.begin(), m_held.end(), note) != m_held.end()) {
        return;
    }
    if (m_held.size() == kMostHeld) {
        const Held oldest = m_held.front();
        m_held.erase(m_held.begin());
        endNote(oldest, at);
    }
    m_held.push_back(note);
}

void ClassMix::stop(const StopNote& note, ServerTime at)
{
    // Not by role: the seat may have got another one while it held the note.
    const auto found = std::find_if(m_held.begin(), m_held.end(), [&](const Held& held) {
        return held.seat == note.seat && held.guest == note.guest && held.key == note.midi &&
               held.byTeacher == note.byTeacher;
    });
    if (found != m_held.end()) {
        const Held ended = std::move(*found);
        m_held.erase(found);
        endNote(ended, at);
    }
}

void ClassMix::releaseSilenced(const RoomState& room, ServerTime at)
{
    const auto isSilenced = [&](const Held& held) {
        const Seat* seat = room.seat(held.seat);
        return seat != nullptr && (seat->connections == 0 || room.isSilenced(*seat));
    };
    releaseIf(isSilenced, at);
}

template <typename Ends>
void ClassMix::releaseIf(Ends ends, ServerTime at)
{
    const auto gone = std::stable_partition(m_held.begin(), m_held.end(), std::not_fn(ends));
    const std::vector<Held> ended(gone, m_held.end());
    m_held.erase(gone, m_held.end());
    for (const Held& note : ended) {
        endNote(note, at);
    }
}

void ClassMix::silence(ServerTime at)
{
    m_held.clear();
    push({MixEvent::Kind::Silence, Role::Melody, 0, 0, at, false});
}

void ClassMix::endNote(const Held& note, ServerTime at)
{
    const bool isStillHeld = std::any_of(m_held.begin(), m_held.end(), [&](const Held& held) {
        return held.key == note.key && held.role == note.role && held.byTeacher == note.byTeacher;
    });
    if (!isStillHeld) {
        push({MixEvent::Kind::Off, note.role, note.key, 0, at, note.byTeacher});
    }
}

void ClassMix::push(const MixEvent& event)
{
    if (!m_ring.push(event)) {
        m_isBehind = true;
    }
}

} // namespace tutti::midi

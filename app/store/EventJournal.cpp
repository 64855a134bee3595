#include "app/store/EventJournal.h"

#include "app/store/EventCodec.h"
#include "app/store/SnapshotCodec.h"

#include <algorithm>

namespace tutti::store {
namespace {

template <typename E>
bool is(const Event& event)
{
    return std::holds_alternative<E>(event);
}

bool changesLesson(const Event& event)
{
    return is<RoomOpened>(event) || is<LessonStarted>(event) || is<LessonEnded>(event);
}

std::string_view nameOf(Presence presence)
{
    switch (presence) {
    case Presence::Here:
        return "here";
    case Presence::Away:
        return "away";
    case Presence::Rejoining:
        return "rejoining";
    case Presence::Empty:
        break;
    }
    return "empty";
}

std::vector<Presence> presencesOf(const std::vector<Seat>& seats, std::size_t count)
{
    std::vector<Presence> all(count, Presence::Empty);
    std::transform(seats.begin(), seats.end(), all.begin(),
                   [](const Seat& s) { return s.presence; });
    return all;
}

} // namespace

void EventJournal::record(const Batch& batch)
{
    for (const EventEnvelope& envelope : batch) {
        recordOne(envelope);
    }
    dropOldNotes();
}

void EventJournal::recordOne(const EventEnvelope& envelope)
{
    if (isControl(envelope.event)) {
        recordControl(envelope);
    } else {
        m_state.evolve(envelope);
        recordNote(envelope);
    }
    recordSnapshot(envelope);
}

void EventJournal::recordNote(const EventEnvelope& envelope)
{
    NoteRow row{m_state.lesson, envelope.seq, {}, 0, 0, 0, toMicros(envelope.at)};
    if (const auto* played = std::get_if<NotePlayed>(&envelope.event)) {
        row.seat = played->note.seat;
        row.midi = played->note.midi;
        row.velocity = std::max(1, played->note.velocity);
        row.atMicros = toMicros(played->at);
    } else if (const auto* stopped = std::get_if<NoteStopped>(&envelope.event)) {
        row.seat = stopped->note.seat;
        row.midi = stopped->note.midi;
        row.atMicros = toMicros(stopped->at);
    }
    m_rows.emplace_back(row);
}

void EventJournal::recordControl(const EventEnvelope& envelope)
{
    const std::vector<Seat> before = m_state.seats;
    const LessonId lesson = m_state.lesson;
    m_state.evolve(envelope);
    recordLesson(envelope);
    m_rows.emplace_back(ControlRow{m_state.lesson, envelope.seq,
                                   envelope.at.time_since_epoch().count(), kindOf(envelope.event),
                                   encodeEvent(envelope.event)});
    recordPresence(before, lesson, envelope);
}

void EventJournal::recordLesson(const EventEnvelope& envelope)
{
    m_lessonChanged = m_lessonChanged || changesLesson(envelope.event);
    const std::int64_t at = toMicros(envelope.at);
    if (const auto* opened = std::get_if<RoomOpened>(&envelope.event)) {
        m_rows.emplace_back(LessonRow{opened->lesson, opened->classId, opened->code.letters,
                                      opened->wallMillis, at});
    } else if (is<LessonStarted>(envelope.event)) {
        m_rows.emplace_back(LessonStartRow{m_state.lesson, at});
    } else if (is<LessonEnded>(envelope.event)) {
        m_rows.emplace_back(LessonEndRow{m_state.lesson, at});
    }
}

void EventJournal::recordPresence(const std::vector<Seat>& before, LessonId lesson,
                                  const EventEnvelope& envelope)
{
    const std::size_t count = std::max(before.size(), m_state.seats.size());
    const auto old = presencesOf(before, count);
    const auto now = presencesOf(m_state.seats, count);
    const std::int64_t at = toMicros(envelope.at);
    for (std::size_t i = 0; i < count; ++i) {
        if (old[i] == now[i]) {
            continue;
        }
        const SeatId seat{static_cast<std::int32_t>(i) + 1};
        if (old[i] != Presence::Empty) {
            m_rows.emplace_back(PresenceEndRow{lesson, seat, at});
        }
        if (now[i] != Presence::Empty) {
            m_rows.emplace_back(
                PresenceBeginRow{m_state.lesson, seat, at, nameOf(now[i]), envelope.seq});
        }
    }
}

void EventJournal::recordSnapshot(const EventEnvelope& envelope)
{
    const bool due = !m_snapshotAt || envelope.at - *m_snapshotAt >= kSnapshotEvery;
    if (due || changesLesson(envelope.event)) {
        m_rows.emplace_back(SnapshotRow{m_state.lesson, envelope.seq, encodeSnapshot(m_state)});
        m_snapshotAt = envelope.at;
    }
}

void EventJournal::clear()
{
    m_rows.clear();
    m_lessonChanged = false;
}

void EventJournal::dropOldNotes()
{
    if (m_rows.size() <= kMaxPending) {
        return;
    }
    // A tenth more than needed, so that the next notes do not search again.
    std::size_t surplus = m_rows.size() - kMaxPending + kMaxPending / 10;
    const auto isSurplus = [&](const Row& row) {
        if (surplus == 0 || !std::holds_alternative<NoteRow>(row)) {
            return false;
        }
        --surplus;
        ++m_dropped;
        return true;
    };
    std::erase_if(m_rows, isSurplus);
}

} // namespace tutti::store

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

std::int64_t nanosOf(const EventEnvelope& envelope)
{
    return envelope.at.time_since_epoch().count();
}

/// Since 1970, UTC.
std::int64_t millisOf(const EventEnvelope& envelope, const RoomState& state)
{
    using std::chrono::milliseconds;
    return state.openedWallMillis +
           std::chrono::duration_cast<milliseconds>(envelope.at - state.openedAt).count();
}

NoteRow rowOf(const NotePlayed& e, LessonId lesson, const EventEnvelope& envelope)
{
    return {lesson,
            envelope.seq,
            e.note.seat,
            e.note.midi,
            std::max(1, e.note.velocity),
            toMicros(e.at),
            toMicros(envelope.at)};
}

NoteRow rowOf(const NoteStopped& e, LessonId lesson, const EventEnvelope& envelope)
{
    return {lesson, envelope.seq,   e.note.seat,          e.note.midi,
            0,      toMicros(e.at), toMicros(envelope.at)};
}

MoodTotalRow totalOf(std::optional<Mood> mood, LessonId lesson, const MoodRound& round)
{
    const std::int32_t count = mood ? round.counts[static_cast<std::size_t>(*mood)] : round.skipped;
    return {lesson, round.id, mood, count};
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
    }
    recordDetails(envelope);
    recordSnapshot(envelope);
}

void EventJournal::recordDetails(const EventEnvelope& envelope)
{
    const LessonId lesson = m_state.lesson;
    const std::uint64_t seq = envelope.seq;
    std::visit(
        Overloaded{
            [&](const NotePlayed& e) { m_rows.emplace_back(rowOf(e, lesson, envelope)); },
            [&](const NoteStopped& e) { m_rows.emplace_back(rowOf(e, lesson, envelope)); },
            [&](const GameChanged& e) {
                if (!isControl(e)) {
                    keepGame({lesson, seq, nanosOf(envelope), encodeEvent(e)});
                }
            },
            [&](const OpportunitiesClosed& e) {
                std::int32_t n = 0;
                for (const Opportunity& opportunity : e.opportunities) {
                    m_rows.emplace_back(
                        OpportunityRow{lesson, seq, n++, e.game, e.round, opportunity});
                }
            },
            [&](const RoundEnded& e) {
                m_rows.emplace_back(RoundResultRow{lesson, seq, e.result});
            },
            [&](const MoodGiven& e) { m_rows.emplace_back(totalOf(e.mood, lesson, m_state.mood)); },
            [&](const SeatRenamed& e) {
                m_rows.emplace_back(StudentNameRow{lesson, e.seat, e.name});
            },
            [&](const TabletNumbered& e) {
                m_rows.emplace_back(TabletRow{e.tablet, millisOf(envelope, m_state)});
            },
            [&](const SeatClaimed& e) {
                m_rows.emplace_back(TabletSeenRow{e.device, millisOf(envelope, m_state)});
            },
            [](const auto&) {},
        },
        envelope.event);
}

void EventJournal::recordControl(const EventEnvelope& envelope)
{
    const std::vector<Seat> before = m_state.seats;
    const LessonId lesson = m_state.lesson;
    m_state.evolve(envelope);
    recordLesson(envelope);
    m_rows.emplace_back(ControlRow{m_state.lesson, envelope.seq, nanosOf(envelope),
                                   kindOf(envelope.event), encodeEvent(envelope.event)});
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

/// A game in the middle of a round changes several times a second, and nobody asks what it looked
/// like in between: while the disk is slow, only the newest state waits.
void EventJournal::keepGame(GameRow row)
{
    const auto waiting = std::find_if(m_rows.rbegin(), m_rows.rend(), [&](const Row& r) {
        const auto* game = std::get_if<GameRow>(&r);
        return game && game->lesson == row.lesson;
    });
    if (waiting == m_rows.rend()) {
        m_rows.emplace_back(std::move(row));
    } else {
        *waiting = std::move(row);
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

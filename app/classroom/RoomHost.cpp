#include "app/classroom/RoomHost.h"

#include <algorithm>
#include <utility>

namespace tutti::classroom {
namespace {

bool isNote(const Event& event)
{
    return std::holds_alternative<NotePlayed>(event) || std::holds_alternative<NoteStopped>(event);
}

/// A note makes nothing due sooner, and a class plays far more notes than everything else.
bool isNotesOnly(const Verdict& verdict)
{
    return !verdict.events.empty() &&
           std::all_of(verdict.events.begin(), verdict.events.end(), isNote);
}

} // namespace

RoomHost::RoomHost(const Clock& clock, const GameRegistry& games, RoomRules rules, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_room(games, rules)
    , m_due(this)
{
    m_due.setSingleShot(true);
    m_due.setTimerType(Qt::PreciseTimer);
    connect(&m_due, &QTimer::timeout, this, &RoomHost::tick);
}

void RoomHost::submit(const Command& command, const Origin& origin)
{
    const ServerTime now = m_clock.now();
    Decision decision = m_room.decide(command, origin, now);
    if (!decision) {
        m_notices.push_back({origin, Refused{std::move(decision.error())}});
        return;
    }
    const bool notesOnly = isNotesOnly(*decision);
    for (Event& event : decision->events) {
        EventEnvelope envelope{m_room.state().seq + 1, now, origin, std::move(event)};
        m_room.evolve(envelope);
        m_batch.push_back(std::move(envelope));
    }
    for (Answer& body : decision->answers) {
        m_notices.push_back({origin, std::move(body)});
    }
    if (!notesOnly) {
        armTimer();
    }
}

void RoomHost::publish()
{
    // Listeners may submit in turn: a released seat's socket closes, and that is an event of its own.
    while (!m_batch.empty() || !m_notices.empty()) {
        const Batch batch = std::exchange(m_batch, {});
        const std::vector<Notice> notices = std::exchange(m_notices, {});
        if (!batch.empty()) {
            emit recorded(batch);
        }
        for (const Notice& notice : notices) {
            emit noticed(notice);
        }
    }
}

void RoomHost::tick()
{
    submit(Tick{}, Origin{});
}

void RoomHost::armTimer()
{
    const auto due = m_room.nextDue();
    if (!due) {
        m_due.stop();
        return;
    }
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*due - m_clock.now());
    m_due.start(std::max(wait, std::chrono::milliseconds{0}));
}

} // namespace tutti::classroom

#pragma once

#include "app/classroom/Room.h"
#include "app/domain/Clock.h"
#include "app/domain/CommandSink.h"

#include <QObject>
#include <QTimer>

namespace tutti::classroom {

/// Gives one Room its life: takes commands, numbers and stamps events, and tells everybody once a loop turn.
/// Thread: the classroom thread only.
class RoomHost final : public QObject, public CommandSink {
    Q_OBJECT

public:
    RoomHost(const Clock& clock, const GameRegistry& games, RoomRules rules,
             QObject* parent = nullptr);

    void submit(const Command& command, const Origin& origin) override;
    /// Ends a loop turn: emits what was recorded, then the answers. Called when the event loop is about to block,
    /// before the outboxes are flushed.
    void publish();

signals:
    /// Accepted changes in sequence order, at most once a loop turn.
    void recorded(const tutti::Batch& batch);
    /// An answer for one sender; follows the events of its turn.
    void noticed(const tutti::Notice& notice);

private:
    void tick();
    void armTimer();

    const Clock& m_clock;
    Room m_room;
    Batch m_batch;
    std::vector<Notice> m_notices;
    QTimer m_due;
};

} // namespace tutti::classroom

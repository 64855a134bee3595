#pragma once

#include "app/domain/ServerTime.h"
#include "server/channel/Broadcaster.h"

#include <QByteArray>

#include <array>
#include <chrono>
#include <deque>
#include <optional>

namespace tutti::channel {

/// Whole frames that wait for one peer whose socket is behind. Urgent lanes leave first; a note that is late is worth
/// nothing, so notes are dropped after kNoteLife.
class LaneQueue {
public:
    static constexpr std::chrono::milliseconds kNoteLife{250};

    void push(QByteArray frame, Lane lane, ServerTime now);
    /// The next frame, most urgent lane first.
    std::optional<QByteArray> take(ServerTime now);
    std::size_t bytes() const { return m_bytes; }
    bool isEmpty() const { return m_bytes == 0; }

private:
    struct Item {
        QByteArray frame;
        ServerTime queuedAt;
    };

    void dropStaleNotes(ServerTime now);

    std::array<std::deque<Item>, 3> m_lanes;
    std::size_t m_bytes = 0;
};

} // namespace tutti::channel

#pragma once

#include "app/domain/Clock.h"
#include "app/domain/CommandSink.h"
#include "app/domain/Notice.h"
#include "app/domain/RoomState.h"
#include "server/channel/Tokens.h"

#include <QByteArray>

#include <functional>
#include <unordered_map>

namespace tutti::music {

/// Answers the two REST questions of a tablet at the door: which seats are there, and may I have this one
/// (PROTOCOL.md section 3). Listing reads the mirrored state; a claim is a command, and its answer comes as a notice.
/// Thread: classroom.
class JoinDesk {
public:
    struct Reply {
        int status = 200;
        QByteArray body = {};
        /// Set when this is a refusal.
        std::optional<ErrorCode> error = {};
    };
    using Answer = std::function<void(const Reply&)>;

    struct Config {
        QByteArray secret;
        QString anonKey;
    };

    JoinDesk(const RoomState& room, const Clock& clock, CommandSink& sink, Config config);

    Reply join(const QByteArray& body) const;
    /// `answer` is called exactly once: at once for a bad request, else when the room has decided.
    void claim(SeatId seat, const QByteArray& body, Answer answer);
    /// True if the notice answered a claim.
    bool take(const Notice& notice);

    static Reply refusal(const Error& error);

private:
    struct Knock {
        QString device;
    };

    Result<Knock> read(const QByteArray& body) const;
    Reply granted(const SeatGranted& grant) const;

    const RoomState& m_room;
    const Clock& m_clock;
    CommandSink& m_sink;
    Config m_config;
    channel::Tokens m_tokens;
    std::uint64_t m_requests = 0;
    std::unordered_map<std::uint64_t, Answer> m_pending;
};

} // namespace tutti::music

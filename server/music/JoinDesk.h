#pragma once

#include "app/domain/Clock.h"
#include "app/domain/CommandSink.h"
#include "app/domain/Notice.h"
#include "app/domain/RoomState.h"
#include "server/channel/Tokens.h"
#include "server/music/DoorQueue.h"

#include <QByteArray>
#include <QJsonObject>

#include <functional>
#include <string>
#include <unordered_map>

namespace tutti::music {

/// Answers the two REST questions of a tablet at the door: may I come in, and may I have this seat
/// (PROTOCOL.md section 3). Both are commands, and the room's answers come as notices.
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

    /// In both, `answer` is called exactly once: at once for a bad request, else when the room has decided.
    /// `from`: the address it came from. Of those at a locked door only some are shown to the teacher.
    void join(const QByteArray& body, const std::string& from, Answer answer);
    void claim(SeatId seat, const QByteArray& body, Answer answer);
    /// True if the notice answered one of the questions.
    bool take(const Notice& notice);

    static Reply refusal(const Error& error);
    /// Whether a command came from a desk's question, and not from a connection.
    static bool asked(const Origin& origin);

private:
    /// A question that waits for the room.
    struct Pending {
        std::string device;
        Answer answer;
    };

    /// The device that asks, if it knows the word or sits in the room already.
    Result<std::string> deviceIn(const QJsonObject& question) const;
    void ask(const Command& command, const std::string& device, Answer answer);
    /// Whether the teacher has to say first whether this tablet may come in.
    bool mustWait(const std::string& device) const;
    Reply waiting(std::int32_t tablet) const;
    Reply admitted(const DoorReply& door, const std::string& device) const;
    Reply granted(const SeatGranted& grant, const std::string& device) const;

    const RoomState& m_room;
    const Clock& m_clock;
    CommandSink& m_sink;
    Config m_config;
    channel::Tokens m_tokens;
    DoorQueue m_queue;
    std::uint64_t m_requests = 0;
    std::unordered_map<std::uint64_t, Pending> m_pending;
};

} // namespace tutti::music

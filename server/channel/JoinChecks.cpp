#include "server/channel/JoinChecks.h"

#include "server/protocol/FrameEncoder.h"

#include <QJsonDocument>
#include <QVersionNumber>

#include <optional>

namespace tutti::channel {
namespace {

using namespace Qt::StringLiterals;
using Replay = protocol::JoinPayload::Replay;

tl::unexpected<JoinRefusal> refuse(const QString& reason, bool closesSocket = false)
{
    return tl::unexpected{JoinRefusal{reason, closesSocket}};
}

tl::unexpected<HttpRefusal> refuse(int status, const QString& message)
{
    const QJsonObject body{{u"error"_s, message}};
    return tl::unexpected{HttpRefusal{status, QJsonDocument{body}.toJson(QJsonDocument::Compact)}};
}

/// What is kept for as long as the channel lives must be small.
std::optional<QString> sizeProblem(const Limits& limits, const JoinRequest& request)
{
    constexpr qsizetype kLongestTopic = 255;
    constexpr qsizetype kLongestKey = 64;
    if (request.topic.size() > kLongestTopic) {
        return u"TopicTooLong: A topic has at most 255 characters"_s;
    }
    if (request.payload.presenceKey.size() > kLongestKey) {
        return u"PresenceKeyTooLong: A presence key has at most 64 characters"_s;
    }
    return request.size > limits.payloadBytes
               ? std::optional{u"PayloadTooLarge: A join has at most %1 bytes"_s.arg(
                     limits.payloadBytes)}
               : std::nullopt;
}

std::optional<QString> replayProblem(const protocol::JoinPayload& join)
{
    if (join.replay != Replay::None && !join.isPrivate) {
        return u"UnableToReplayMessages: Replay is not allowed for public channels"_s;
    }
    if (join.replay == Replay::BadParams) {
        return u"UnableToReplayMessages: Replay params are not valid"_s;
    }
    // Client broadcasts are not stored, so there is nothing to replay (PROTOCOL.md 4.4).
    return std::nullopt;
}

/// Missing is 1.0.0; 1.0.x and 2.0.x match (PROTOCOL.md 4.1).
std::optional<Vsn> vsnFrom(const QString& text)
{
    if (text.isEmpty()) {
        return Vsn::V1;
    }
    qsizetype suffix = 0;
    const QVersionNumber version = QVersionNumber::fromString(text, &suffix);
    if (suffix != text.size() || version.segmentCount() != 3 || version.minorVersion() != 0) {
        return std::nullopt;
    }
    if (version.majorVersion() == 1) {
        return Vsn::V1;
    }
    return version.majorVersion() == 2 ? std::optional{Vsn::V2} : std::nullopt;
}

} // namespace

bool mayUsePrivate(const HubConfig& config, const Claims& claims)
{
    return config.privateTopicsForAll || claims.isTeacher();
}

QString noReadPermission(const QString& topic)
{
    return "You do not have permissions to read from this Channel topic: "_L1 +
           protocol::subTopicOf(topic);
}

tl::expected<Pass, JoinRefusal> checkJoin(HubCore& core, PeerSession& session,
                                          const JoinRequest& request)
{
    const QString& topic = request.topic;
    const protocol::JoinPayload& join = request.payload;
    if (protocol::subTopicOf(topic).isEmpty()) {
        return refuse(u"TopicNameRequired: You must provide a topic name"_s);
    }
    if (const auto problem = sizeProblem(core.config().limits, request)) {
        return refuse(*problem);
    }
    // Its own allowance first: one client that joins without end must not use up the class's.
    if (!session.takeJoin(core.now()) || !core.joins().take(core.now())) {
        return refuse(u"ClientJoinRateLimitReached: Too many joins per second"_s, true);
    }
    if (session.topics().size() >= core.config().limits.channelsPerSocket) {
        return refuse(u"ChannelRateLimitReached: Too many channels"_s);
    }
    const QString& token = join.token.isEmpty() ? session.connection().token : join.token;
    const auto claims = core.tokens().verify(token, core.wallSeconds());
    if (!claims) {
        return refuse(claims.error().joinReason());
    }
    if (join.isPrivate && !core.handlerOf(topic) && !mayUsePrivate(core.config(), *claims)) {
        return refuse("Unauthorized: "_L1 + noReadPermission(topic));
    }
    if (const auto problem = replayProblem(join)) {
        return refuse(*problem);
    }
    return Pass{token, *claims};
}

tl::expected<Connection, HttpRefusal> checkUpgrade(HubCore& core, const UpgradeRequest& request)
{
    const auto vsn = vsnFrom(request.vsn);
    if (!vsn) {
        return tl::unexpected{HttpRefusal{403}};
    }
    if (request.apiKey.isEmpty()) {
        return refuse(401, u"API key is missing"_s);
    }
    const auto claims = core.tokens().verify(request.apiKey, core.wallSeconds());
    if (!claims) {
        return refuse(401, claims.error().httpMessage());
    }
    const Limits& limits = core.config().limits;
    if (core.sessionCount() >= static_cast<std::size_t>(limits.sockets)) {
        return refuse(429, u"Too many connected users"_s);
    }
    if (core.joins().available(core.now()) < 1) {
        return refuse(429, u"Too many joins per second"_s);
    }
    return Connection{*vsn, *claims, request.apiKey};
}

} // namespace tutti::channel

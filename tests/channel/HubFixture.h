#pragma once

#include "server/channel/Hub.h"
#include "server/channel/Tokens.h"
#include "tests/support/FakePeer.h"
#include "tests/support/ManualClock.h"

#include <QJsonDocument>

namespace tutti::test {

using Texts = QList<QByteArray>;

inline const QByteArray kSecret = "a secret of thirty-two characters";

/// A Hub without a network, whose turns end when the test says so.
struct HubFixture {
    explicit HubFixture(const channel::Limits& limits = {}, bool privateTopicsForAll = true)
        : hub(clock, {limits, kSecret, privateTopicsForAll})
    {
    }

    qint64 wallSeconds() const { return clock.wallMillis() / 1000; }
    /// A token that is good for `seconds` from now.
    QString token(const QString& role = QStringLiteral("anon"), qint64 seconds = 3600) const
    {
        return channel::Tokens{kSecret}.sign(
            {{QStringLiteral("role"), role}, {QStringLiteral("exp"), wallSeconds() + seconds}});
    }

    ManualClock clock;
    channel::Hub hub;
};

/// One client of the Hub. Frames to `topic` carry its join_ref "1".
class Tablet {
public:
    Tablet(HubFixture& fixture, std::uint64_t number, protocol::Vsn vsn = protocol::Vsn::V2)
        : peer(number)
        , m_fixture(fixture)
        , m_vsn(vsn)
    {
        fixture.hub.connected(peer, {vsn, {}, fixture.token()});
    }

    void say(const QByteArray& text) { m_fixture.hub.textReceived(peer.id(), text); }
    /// Says one event on "realtime:song".
    void say(const QByteArray& ref, const QByteArray& event, const QByteArray& payload)
    {
        sayOn("realtime:song", "1", ref, event, payload);
    }
    void sayOn(const QByteArray& topic, const QByteArray& joinRef, const QByteArray& ref,
               const QByteArray& event, const QByteArray& payload)
    {
        if (m_vsn == protocol::Vsn::V2) {
            say(R"([")" + joinRef + R"(",")" + ref + R"(",")" + topic + R"(",")" + event + R"(",)" +
                payload + ']');
        } else {
            say(R"({"join_ref":")" + joinRef + R"(","ref":")" + ref + R"(","topic":")" + topic +
                R"(","event":")" + event + R"(","payload":)" + payload + '}');
        }
    }
    /// A user event `note` on "realtime:song" with this pitch.
    void play(int midi, const QByteArray& ref = "2")
    {
        say(ref, "broadcast",
            R"({"type":"broadcast","event":"note","payload":{"midi":)" + QByteArray::number(midi) +
                "}}");
    }
    /// Joins and forgets what it and the others heard of it.
    void join(const QByteArray& config = "{}", const QByteArray& topic = "realtime:song")
    {
        sayOn(topic, "1", "1", "phx_join", R"({"config":)" + config + '}');
        heard();
    }
    /// Joins with a token of its own.
    void joinWith(const QString& token, const QByteArray& config = "{}",
                  const QByteArray& topic = "realtime:song")
    {
        sayOn(topic, "1", "1", "phx_join",
              R"({"access_token":")" + token.toLatin1() + R"(","config":)" + config + '}');
        heard();
    }
    /// Ends the turn; what was written since the last call.
    Texts heard()
    {
        m_fixture.hub.flush();
        return peer.takeTexts();
    }
    bool lives()
    {
        heard();
        say(m_vsn == protocol::Vsn::V2
                ? R"([null,"h","phoenix","heartbeat",{}])"
                : R"({"topic":"phoenix","event":"heartbeat","payload":{},"ref":"h"})");
        return heard().size() == 1;
    }

    FakePeer peer;

private:
    HubFixture& m_fixture;
    protocol::Vsn m_vsn;
};

/// The frame in which others hear play(midi).
inline QByteArray noteHeard(int midi)
{
    return R"([null,null,"realtime:song","broadcast",{"event":"note","payload":{"midi":)" +
           QByteArray::number(midi) + R"(},"type":"broadcast"}])";
}

inline QByteArray okReply(const QByteArray& ref)
{
    return R"(["1",")" + ref + R"(","realtime:song","phx_reply",{"response":{},"status":"ok"}])";
}

/// What ends a channel: the reason, then phx_close.
inline Texts closedBecause(const QByteArray& message)
{
    return {
        R"(["1",null,"realtime:song","system",{"channel":"song","extension":"system","message":")" +
            message + R"(","status":"error"}])",
        R"(["1","1","realtime:song","phx_close",{}])"};
}

} // namespace tutti::test

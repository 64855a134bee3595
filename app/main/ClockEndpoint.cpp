#include "app/main/ClockEndpoint.h"

namespace tutti::main {

namespace {

constexpr std::uint16_t kPolicyViolation = 1008;
constexpr std::uint16_t kUnsupportedData = 1003;

} // namespace

tl::expected<net::SocketHandler::Connected, net::HttpResponse>
ClockEndpoint::admit(const net::HttpRequest& request)
{
    const QString key = request.query.queryItemValue(QStringLiteral("key"));
    return [this, key](Peer& peer) {
        if (!m_desk.connected(peer, key)) {
            peer.close(kPolicyViolation, "the key opens nothing");
        }
    };
}

void ClockEndpoint::textReceived(PeerId peer, const QByteArray& utf8, ServerTime arrived)
{
    m_desk.received(peer, utf8, arrived);
}

void ClockEndpoint::binaryReceived(PeerId peer, const QByteArray&, ServerTime)
{
    m_desk.close(peer, kUnsupportedData, "text frames only");
}

void ClockEndpoint::writable(PeerId) {}

void ClockEndpoint::disconnected(PeerId peer)
{
    m_desk.disconnected(peer);
}

} // namespace tutti::main

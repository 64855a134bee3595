#pragma once

#include "server/net/SocketHandler.h"

#include <QByteArrayList>
#include <QHash>

#include <optional>
#include <utility>
#include <vector>

namespace tutti::test {

/// A socket handler that remembers what it was told.
class RecordingHandler final : public net::SocketHandler {
public:
    tl::expected<Connected, net::HttpResponse> admit(const net::HttpRequest& request) override
    {
        asked = request;
        if (refusal) {
            return tl::unexpected{*refusal};
        }
        return [this](Peer& peer) { peers.push_back(&peer); };
    }
    void textReceived(PeerId, const QByteArray& utf8, ServerTime at) override
    {
        texts.append(utf8);
        arrived = at;
    }
    void binaryReceived(PeerId, const QByteArray& bytes, ServerTime) override
    {
        binaries.append(bytes);
    }
    void writable(PeerId peer) override { writablePeers.push_back(peer); }
    void disconnected(PeerId peer) override { gone.push_back(peer); }

    std::optional<net::HttpResponse> refusal;
    net::HttpRequest asked;
    std::vector<Peer*> peers;
    QByteArrayList texts;
    QByteArrayList binaries;
    ServerTime arrived;
    std::vector<PeerId> writablePeers;
    std::vector<PeerId> gone;
};

/// One unmasked text frame, as the Hub writes them (RFC 6455 5.2).
inline QByteArray textFrame(const QByteArray& text)
{
    QByteArray frame{"\x81"};
    if (text.size() < 126) {
        frame.append(static_cast<char>(text.size()));
    } else {
        frame.append('\x7e');
        frame.append(static_cast<char>(text.size() >> 8));
        frame.append(static_cast<char>(text.size() & 0xff));
    }
    return frame + text;
}

inline WriteResult writeText(Peer& peer, const QByteArray& text)
{
    const QByteArray frame = textFrame(text);
    const Bytes piece{frame.constData(), static_cast<std::size_t>(frame.size())};
    return peer.write(std::span{&piece, 1});
}

} // namespace tutti::test

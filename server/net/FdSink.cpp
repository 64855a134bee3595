#include "server/net/FdSink.h"

#include <QTcpSocket>

#include <algorithm>
#include <array>
#include <cerrno>
#include <numeric>

#include <sys/socket.h>
#include <sys/uio.h>

namespace tutti::net {
namespace {

constexpr std::size_t kPiecesPerCall = 64;

#ifdef MSG_NOSIGNAL
constexpr int kSendFlags = MSG_DONTWAIT | MSG_NOSIGNAL;
#else
constexpr int kSendFlags = MSG_DONTWAIT;
#endif

std::size_t sizeOf(std::span<const Bytes> pieces)
{
    return std::accumulate(pieces.begin(), pieces.end(), std::size_t{0},
                           [](std::size_t sum, Bytes piece) { return sum + piece.size(); });
}

bool isFull(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == ENOBUFS;
}

/// Bytes taken, 0 if the kernel is full, -1 if the connection is broken.
std::ptrdiff_t sendOnce(int descriptor, std::span<const Bytes> pieces)
{
    std::array<iovec, kPiecesPerCall> parts;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        // sendmsg does not write through iov_base; its type predates const.
        parts[i] = {const_cast<char*>(pieces[i].data()), pieces[i].size()};
    }
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = static_cast<decltype(message.msg_iovlen)>(pieces.size());
    for (;;) {
        const auto sent = ::sendmsg(descriptor, &message, kSendFlags);
        if (sent >= 0 || errno != EINTR) {
            return sent >= 0 ? sent : (isFull(errno) ? 0 : -1);
        }
    }
}

} // namespace

WriteResult FdSink::write(std::span<const Bytes> pieces)
{
    if (m_socket.state() != QAbstractSocket::ConnectedState) {
        return WriteResult::Gone;
    }
    if (m_socket.bytesToWrite() > 0) {
        return buffer(pieces, 0);
    }
    const std::ptrdiff_t sent = send(pieces);
    if (sent < 0) {
        return WriteResult::Gone;
    }
    const auto taken = static_cast<std::size_t>(sent);
    return taken == sizeOf(pieces) ? WriteResult::Sent : buffer(pieces, taken);
}

std::ptrdiff_t FdSink::send(std::span<const Bytes> pieces)
{
    const auto descriptor = static_cast<int>(m_socket.socketDescriptor());
    std::ptrdiff_t total = 0;
    while (!pieces.empty()) {
        const auto batch = pieces.first(std::min(pieces.size(), kPiecesPerCall));
        const std::ptrdiff_t sent = sendOnce(descriptor, batch);
        if (sent < 0) {
            return -1;
        }
        total += sent;
        if (static_cast<std::size_t>(sent) < sizeOf(batch)) {
            break;
        }
        pieces = pieces.subspan(batch.size());
    }
    return total;
}

WriteResult FdSink::buffer(std::span<const Bytes> pieces, std::size_t skip)
{
    for (Bytes piece : pieces) {
        const std::size_t skipped = std::min(skip, piece.size());
        skip -= skipped;
        piece = piece.subspan(skipped);
        if (m_socket.write(piece.data(), static_cast<qint64>(piece.size())) < 0) {
            return WriteResult::Gone;
        }
    }
    return WriteResult::Behind;
}

} // namespace tutti::net

#include "server/net/QtSink.h"

#include <QTcpSocket>

namespace tutti::net {

WriteResult QtSink::write(std::span<const Bytes> pieces)
{
    const bool wasBehind = m_socket.bytesToWrite() > 0;
    for (const Bytes piece : pieces) {
        if (m_socket.write(piece.data(), static_cast<qint64>(piece.size())) < 0) {
            return WriteResult::Gone;
        }
    }
    // What was just buffered leaves in this turn of the loop; only what the kernel refused counts
    // as behind.
    if (!wasBehind) {
        m_socket.flush();
    }
    if (m_socket.state() != QAbstractSocket::ConnectedState) {
        return WriteResult::Gone;
    }
    return m_socket.bytesToWrite() > 0 ? WriteResult::Behind : WriteResult::Sent;
}

} // namespace tutti::net

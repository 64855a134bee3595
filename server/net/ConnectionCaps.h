#pragma once

#include <memory>

class QTcpSocket;

namespace tutti::net {

/// How many connections may be open. Generous an address, because a whole room may come through
/// one.
struct ConnectionLimits {
    int total = 1200;
    int perAddress = 1000;
};

/// Counts open connections against the limits. A connection counts until its socket is destroyed,
/// whoever owns it by then. Thread: the sockets'.
class ConnectionCaps {
public:
    explicit ConnectionCaps(ConnectionLimits limits);
    /// Counts this socket, unless that would be too many.
    bool admit(QTcpSocket& socket);
    int total() const;

private:
    struct Counts;
    class Ticket;

    ConnectionLimits m_limits;
    std::shared_ptr<Counts> m_counts;
};

} // namespace tutti::net

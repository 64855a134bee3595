#pragma once

#include "app/domain/Error.h"

#include <QHostAddress>
#include <QList>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

class QTcpServer;
class QTcpSocket;

namespace tutti::net {

/// The listening sockets: one port on each of several addresses.
/// Thread: classroom.
class Listeners {
public:
    using Accepted = std::function<void(QTcpSocket* socket)>;

    explicit Listeners(Accepted accepted);
    ~Listeners();

    /// Listens on all addresses or on none. Port 0 lets the system choose. Answers the port.
    /// Errors: PortTaken, PortForbidden, BadAddress.
    Result<quint16> listen(const QList<QHostAddress>& addresses, quint16 port);
    /// The same, trying up to `moves` ports further on when one is taken.
    Result<quint16> listenNear(const QList<QHostAddress>& addresses, quint16 port, int moves);
    /// Changes the addresses and keeps the port. New ones are opened before old ones are given up, so an error
    /// leaves everything as it was.
    Result<void> changeAddresses(const QList<QHostAddress>& addresses);
    void close();

private:
    Result<std::unique_ptr<QTcpServer>> open(const QHostAddress& address, quint16 port);
    void drain(QTcpServer& server);

    Accepted m_accepted;
    std::vector<std::unique_ptr<QTcpServer>> m_servers;
};

} // namespace tutti::net

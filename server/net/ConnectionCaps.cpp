#include "server/net/ConnectionCaps.h"

#include <QHash>
#include <QHostAddress>
#include <QTcpSocket>

#include <utility>

namespace tutti::net {

struct ConnectionCaps::Counts {
    QHash<QHostAddress, int> perAddress;
    int total = 0;
};

/// Lives as a child of the socket it counts.
class ConnectionCaps::Ticket final : public QObject {
public:
    Ticket(std::shared_ptr<Counts> counts, QTcpSocket& socket)
        : QObject(&socket)
        , m_counts(std::move(counts))
        , m_address(socket.peerAddress())
    {
        ++m_counts->perAddress[m_address];
        ++m_counts->total;
    }
    ~Ticket() override
    {
        --m_counts->total;
        if (--m_counts->perAddress[m_address] == 0) {
            m_counts->perAddress.remove(m_address);
        }
    }

private:
    std::shared_ptr<Counts> m_counts;
    QHostAddress m_address;
};

ConnectionCaps::ConnectionCaps(ConnectionLimits limits)
    : m_limits(limits)
    , m_counts(std::make_shared<Counts>())
{
}

bool ConnectionCaps::admit(QTcpSocket& socket)
{
    const bool isFull = m_counts->total >= m_limits.total ||
                        m_counts->perAddress.value(socket.peerAddress()) >= m_limits.perAddress;
    if (!isFull) {
        new Ticket{m_counts, socket};
    }
    return !isFull;
}

int ConnectionCaps::total() const
{
    return m_counts->total;
}

} // namespace tutti::net

#include "server/net/PeerSink.h"

#include "server/net/QtSink.h"

namespace tutti::net {

std::unique_ptr<PeerSink> makePeerSink(QTcpSocket& socket)
{
    return std::make_unique<QtSink>(socket);
}

} // namespace tutti::net

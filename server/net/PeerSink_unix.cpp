#include "server/net/PeerSink.h"

#include "server/net/FdSink.h"

namespace tutti::net {

std::unique_ptr<PeerSink> makePeerSink(QTcpSocket& socket)
{
    return std::make_unique<FdSink>(socket);
}

} // namespace tutti::net

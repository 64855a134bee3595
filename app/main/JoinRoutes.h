#pragma once

#include "app/domain/Clock.h"
#include "app/domain/TokenBucket.h"
#include "server/music/JoinDesk.h"
#include "server/net/AddressAllowance.h"
#include "server/net/ClassroomServer.h"
#include "server/net/JoinThrottle.h"

namespace tutti::main {

/// Puts the join desk behind the server's `/api/v1` routes, and slows down whoever guesses codes.
/// Thread: classroom.
class JoinRoutes {
public:
    JoinRoutes(music::JoinDesk& desk, const Clock& clock);
    void addTo(net::ClassroomServer& server);

private:
    void join(const net::HttpRequest& request, const net::HttpResponder& respond);
    void claim(const net::HttpRequest& request, const net::HttpResponder& respond);
    /// What answers, and counts a wrong code against the address it came from.
    music::JoinDesk::Answer answering(const std::string& address,
                                      const net::HttpResponder& respond);
    /// True if the address, or everybody, has to wait and was told so.
    bool heldBack(const QHostAddress& address, const net::HttpResponder& respond);

    music::JoinDesk& m_desk;
    const Clock& m_clock;
    net::JoinThrottle m_throttle;
    /// For each address. Whoever is on the laptop itself could do worse than ask too often.
    net::AddressAllowance m_ofAddress{10, 40};
    /// For all addresses together: a whole class at the door at once, four times over.
    TokenBucket m_requests{100, 200};
};

} // namespace tutti::main

#include "app/main/JoinRoutes.h"

namespace tutti::main {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kMaxBody = 4096;

} // namespace

JoinRoutes::JoinRoutes(music::JoinDesk& desk, const Clock& clock)
    : m_desk(desk)
    , m_clock(clock)
{
}

void JoinRoutes::addTo(net::ClassroomServer& server)
{
    server.addRoute(
        "POST", u"/api/v1/join"_s,
        [this](const net::HttpRequest& request, const net::HttpResponder& respond) {
            join(request, respond);
        },
        kMaxBody);
    server.addRoute(
        "POST", u"/api/v1/seats/{seat}/claim"_s,
        [this](const net::HttpRequest& request, const net::HttpResponder& respond) {
            claim(request, respond);
        },
        kMaxBody);
}

bool JoinRoutes::heldBack(const QHostAddress& address, const net::HttpResponder& respond)
{
    const std::string name = address.toString().toStdString();
    const ServerTime now = m_clock.now();
    auto wait = m_throttle.retryAfter(name, now);
    // Its own allowance first: one address that asks without end must not use up everybody's.
    const bool allowed = address.isLoopback() || wait || m_ofAddress.take(name, now);
    if (!wait && !(allowed && m_requests.take(now))) {
        wait = std::chrono::seconds{1};
    }
    if (!wait) {
        return false;
    }
    net::HttpResponse response = net::apiRefusal(429, {ErrorCode::SlowDown});
    response.headers.emplace_back("Retry-After", QByteArray::number(qint64{wait->count()}));
    respond(response);
    return true;
}

music::JoinDesk::Answer JoinRoutes::answering(const std::string& address,
                                              const net::HttpResponder& respond)
{
    return [this, address, respond](const music::JoinDesk::Reply& reply) {
        if (reply.error == ErrorCode::WrongCode) {
            m_throttle.countWrongCode(address, m_clock.now());
        } else if (!reply.error) {
            m_throttle.forgive(address);
        }
        respond({reply.status, reply.body, "application/json"});
    };
}

void JoinRoutes::join(const net::HttpRequest& request, const net::HttpResponder& respond)
{
    const std::string address = request.remote.toString().toStdString();
    if (!heldBack(request.remote, respond)) {
        m_desk.join(request.body, address, answering(address, respond));
    }
}

void JoinRoutes::claim(const net::HttpRequest& request, const net::HttpResponder& respond)
{
    const std::string address = request.remote.toString().toStdString();
    if (!heldBack(request.remote, respond)) {
        const SeatId seat{request.parameters.value(0).toInt()};
        m_desk.claim(seat, request.body, answering(address, respond));
    }
}

} // namespace tutti::main

// A TCP proxy on loopback whose two directions behave like a school's Wi-Fi.
#include "tests/bench/jitterproxy/Link.h"

#include <algorithm>
#include <csignal>
#include <iostream>
#include <map>
#include <memory>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tutti::bench {
namespace {

volatile std::sig_atomic_t stopped = 0;

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int newSocket()
{
    return socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}

/// The socket that listens; its port is printed as JSON. -1 if the port cannot be had.
int listenOn(int port)
{
    const int listener = newSocket();
    const int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address = loopback(port);
    socklen_t size = sizeof address;
    if (bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        listen(listener, SOMAXCONN) != 0) {
        return -1;
    }
    getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    std::cout << "{\"listening\":" << ntohs(address.sin_port) << "}" << std::endl;
    return listener;
}

class Proxy {
public:
    explicit Proxy(const ProxyOptions& options)
        : m_options(options)
        , m_epoll(epoll_create1(EPOLL_CLOEXEC))
        , m_listener(listenOn(options.listenPort))
    {
        watch(m_listener);
    }

    bool listens() const { return m_listener >= 0; }

    void turn()
    {
        epoll_event event{};
        const Nanos wait = std::max<Nanos>(0, nextDue() - monotonicNow());
        const timespec time{wait / kSecond, wait % kSecond};
        if (epoll_pwait2(m_epoll, &event, 1, &time, nullptr) == 1) {
            event.data.fd == m_listener ? accept() : read(event.data.fd);
        }
        const Nanos now = monotonicNow();
        std::erase_if(m_links, [&](auto& link) { return !link.second->pump(now); });
    }

private:
    void watch(int socket) const
    {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = socket;
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, socket, &event);
    }

    Nanos nextDue() const
    {
        Nanos due = monotonicNow() + 100 * kMilli;
        for (const auto& [socket, link] : m_links) {
            due = std::min(due, link->nextDue().value_or(due));
        }
        return due;
    }

    void accept()
    {
        const int client = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (client < 0) {
            return;
        }
        const int server = newSocket();
        const sockaddr_in target = loopback(m_options.targetPort);
        const int on = 1;
        setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        setsockopt(server, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        connect(server, reinterpret_cast<const sockaddr*>(&target), sizeof target);
        const auto link = std::make_shared<Link>(
            client, server, DelayModel{m_options, m_connections++, monotonicNow()});
        for (const int socket : {client, server}) {
            m_links[socket] = link;
            watch(socket);
        }
    }

    void read(int socket)
    {
        const auto link = m_links[socket];
        const Direction from =
            link->socket(Direction::Up) == socket ? Direction::Up : Direction::Down;
        const Link::Taken taken = link->read(from);
        if (taken == Link::Taken::Ended) {
            epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket, nullptr);
        } else if (taken == Link::Taken::Broken) {
            std::erase_if(m_links, [&](const auto& each) { return each.second == link; });
        }
    }

    ProxyOptions m_options;
    int m_epoll;
    int m_listener;
    std::uint64_t m_connections = 0;
    /// Each link stands here twice, under both of its sockets.
    std::map<int, std::shared_ptr<Link>> m_links;
};

} // namespace
} // namespace tutti::bench

int main(int argc, char** argv)
{
    using namespace tutti::bench;
    const ProxyOptions options = parseProxyOptions({argv + 1, argv + argc});
    std::signal(SIGTERM, [](int) { stopped = 1; });
    std::signal(SIGINT, [](int) { stopped = 1; });
    Proxy proxy{options};
    if (!proxy.listens()) {
        std::cerr << "jitterproxy: port " << options.listenPort << " cannot be had\n";
        return 1;
    }
    const Nanos end = monotonicNow() + fromSeconds(options.maxSeconds);
    while (stopped == 0 && monotonicNow() < end) {
        proxy.turn();
    }
    return 0;
}

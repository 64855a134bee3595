#include "tests/bench/jitterproxy/Link.h"

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace tutti::bench {
namespace {

/// A full buffer on the other side is looked at again after this time.
constexpr Nanos kRetry = kMilli;

std::size_t indexOf(Direction direction)
{
    return direction == Direction::Up ? 0 : 1;
}

} // namespace

Link::Link(int client, int server, DelayModel model)
    : m_sockets{client, server}
    , m_model(std::move(model))
{
}

Link::~Link()
{
    ::close(m_sockets[0]);
    ::close(m_sockets[1]);
}

Link::Taken Link::read(Direction from)
{
    static std::array<char, 65536> buffer;
    const ssize_t count = recv(socket(from), buffer.data(), buffer.size(), 0);
    if (count < 0) {
        return errno == EAGAIN || errno == EINTR ? Taken::Open : Taken::Broken;
    }
    // An empty chunk is the end of that direction; it is delayed like the rest.
    m_underWay[indexOf(from)].push_back(
        {m_model.release(from, monotonicNow()),
         std::string{buffer.data(), static_cast<std::size_t>(count)}});
    return count > 0 ? Taken::Open : Taken::Ended;
}

bool Link::pump(Nanos now)
{
    return pumpOne(Direction::Up, now) && pumpOne(Direction::Down, now) &&
           !(m_ended[0] && m_ended[1]);
}

bool Link::pumpOne(Direction direction, Nanos now)
{
    auto& underWay = m_underWay[indexOf(direction)];
    const int target = m_sockets[1 - indexOf(direction)];
    while (!underWay.empty() && underWay.front().at <= now) {
        Chunk& chunk = underWay.front();
        if (chunk.bytes.empty()) {
            shutdown(target, SHUT_WR);
            m_ended[indexOf(direction)] = true;
            underWay.pop_front();
            continue;
        }
        const ssize_t count = send(target, chunk.bytes.data(), chunk.bytes.size(), MSG_NOSIGNAL);
        if (count < 0 && errno != EAGAIN) {
            return false;
        }
        chunk.bytes.erase(0, static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        if (!chunk.bytes.empty()) {
            chunk.at = now + kRetry;
            return true;
        }
        underWay.pop_front();
    }
    return true;
}

std::optional<Nanos> Link::nextDue() const
{
    std::optional<Nanos> due;
    for (const auto& underWay : m_underWay) {
        if (!underWay.empty()) {
            due = std::min(due.value_or(underWay.front().at), underWay.front().at);
        }
    }
    return due;
}

} // namespace tutti::bench

#include "tests/bench/loadgen/WebSocketClient.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace tutti::bench {
namespace {

// RFC 6455 section 1.3: the sample key and its answer, so that no SHA-1 is needed here.
constexpr std::string_view kKey = "dGhlIHNhbXBsZSBub25jZQ==";
constexpr std::string_view kAccept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
// A fixed mask is a valid one; only servers look at it.
constexpr std::array<char, 4> kMask{0x12, 0x34, 0x56, 0x78};
constexpr int kText = 1;
constexpr int kClose = 8;
constexpr int kPing = 9;
constexpr int kPong = 10;
constexpr int kSmallBuffer = 8192;

std::uint64_t bigEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (const char byte : bytes) {
        value = value << 8 | static_cast<unsigned char>(byte);
    }
    return value;
}

} // namespace

WebSocketClient::WebSocketClient(Config config, SocketEvents& events)
    : m_config(std::move(config))
    , m_events(events)
{
}

WebSocketClient::~WebSocketClient()
{
    if (m_socket >= 0) {
        ::close(m_socket);
    }
}

void WebSocketClient::watch(int operation)
{
    const bool connecting = m_state == State::Connecting;
    epoll_event event{};
    event.events = m_paused ? EPOLLRDHUP : connecting ? EPOLLOUT : EPOLLIN;
    if (m_blocked) {
        event.events |= EPOLLOUT;
    }
    event.data.ptr = this;
    epoll_ctl(m_config.epoll, operation, m_socket, &event);
}

void WebSocketClient::connect()
{
    m_socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (m_config.small) {
        setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &kSmallBuffer, sizeof kSmallBuffer);
    }
    m_state = State::Connecting;
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&m_config.address),
                  sizeof m_config.address) < 0 &&
        errno != EINPROGRESS) {
        close(std::strerror(errno));
        return;
    }
    watch(EPOLL_CTL_ADD);
}

void WebSocketClient::close(const std::string& why)
{
    if (m_state == State::Closed) {
        return;
    }
    m_state = State::Closed;
    if (m_socket >= 0) {
        ::close(std::exchange(m_socket, -1));
    }
    m_events.closed(m_config.id, why);
}

void WebSocketClient::handle(std::uint32_t events)
{
    if (m_state == State::Connecting) {
        int error = 0;
        socklen_t size = sizeof error;
        getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &size);
        error != 0 ? close(std::strerror(error)) : sendHandshake();
        return;
    }
    if (m_paused && (events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0) {
        close("closed while it did not read");
        return;
    }
    if ((events & EPOLLOUT) != 0) {
        write();
    }
    if (m_paused) {
        return;
    }
    if (m_socket >= 0 && (events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) {
        read();
    }
}

void WebSocketClient::pauseReading()
{
    m_paused = true;
    watch(EPOLL_CTL_MOD);
}

void WebSocketClient::resumeReading()
{
    m_paused = false;
    if (m_socket >= 0) {
        watch(EPOLL_CTL_MOD);
    }
}

void WebSocketClient::sendHandshake()
{
    m_state = State::Handshake;
    watch(EPOLL_CTL_MOD);
    m_out = "GET " + m_config.target + " HTTP/1.1\r\nHost: " + m_config.host +
            "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
            "\r\nSec-WebSocket-Key: " +
            std::string{kKey} + "\r\n\r\n";
    write();
}

void WebSocketClient::send(std::string_view text)
{
    sendFrame(kText, text);
}

void WebSocketClient::sendFrame(int opcode, std::string_view payload)
{
    if (m_socket < 0) {
        return;
    }
    const bool idle = m_out.empty();
    m_out += static_cast<char>(0x80 | opcode);
    if (payload.size() < 126) {
        m_out += static_cast<char>(0x80 | payload.size());
    } else if (payload.size() < 65536) {
        m_out += static_cast<char>(0x80 | 126);
        m_out += static_cast<char>(payload.size() >> 8);
        m_out += static_cast<char>(payload.size() & 255);
    } else {
        close("a note of this size is not needed");
        return;
    }
    m_out.append(kMask.data(), kMask.size());
    for (std::size_t i = 0; i < payload.size(); ++i) {
        m_out += static_cast<char>(payload[i] ^ kMask[i % kMask.size()]);
    }
    if (idle) {
        write();
    }
}

void WebSocketClient::write()
{
    while (!m_out.empty()) {
        const ssize_t count = ::send(m_socket, m_out.data(), m_out.size(), MSG_NOSIGNAL);
        if (count < 0 && errno != EAGAIN && errno != EINTR) {
            close(std::strerror(errno));
            return;
        }
        if (count < 0) {
            break;
        }
        m_out.erase(0, static_cast<std::size_t>(count));
    }
    if (m_blocked == m_out.empty()) {
        m_blocked = !m_blocked;
        watch(EPOLL_CTL_MOD);
    }
}

void WebSocketClient::read()
{
    static std::array<char, 256 * 1024> buffer;
    const ssize_t count = recv(m_socket, buffer.data(), buffer.size(), 0);
    m_readAt = monotonicNow();
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) {
        return;
    }
    if (count <= 0) {
        close(count == 0 ? "closed by the server" : std::strerror(errno));
        return;
    }
    m_in.append(buffer.data(), static_cast<std::size_t>(count));
    if (m_state == State::Handshake && !takeHandshake()) {
        return;
    }
    while (m_socket >= 0 && takeFrame()) {
    }
    m_in.erase(0, std::exchange(m_taken, 0));
}

bool WebSocketClient::takeHandshake()
{
    const auto end = m_in.find("\r\n\r\n");
    if (end == std::string::npos) {
        return false;
    }
    const std::string head = m_in.substr(0, end);
    m_in.erase(0, end + 4);
    if (!head.starts_with("HTTP/1.1 101") || head.find(kAccept) == std::string::npos) {
        close("handshake refused: " + head.substr(0, head.find('\r')));
        return false;
    }
    m_state = State::Open;
    m_events.opened(m_config.id);
    return true;
}

bool WebSocketClient::takeFrame()
{
    const std::string_view in = std::string_view{m_in}.substr(m_taken);
    if (in.size() < 2) {
        return false;
    }
    std::uint64_t length = static_cast<unsigned char>(in[1]) & 127u;
    const std::size_t extra = length == 126 ? 2 : length == 127 ? 8 : 0;
    if (in.size() < 2 + extra) {
        return false;
    }
    length = extra > 0 ? bigEndian(in.substr(2, extra)) : length;
    if (in.size() - 2 - extra < length) {
        return false;
    }
    const auto first = static_cast<unsigned char>(in[0]);
    m_taken += 2 + extra + length;
    take(first & 15, (first & 0x80) != 0, in.substr(2 + extra, length));
    return true;
}

void WebSocketClient::take(int opcode, bool last, std::string_view payload)
{
    if (opcode == kPing) {
        sendFrame(kPong, payload);
    } else if (opcode == kClose) {
        const auto code = payload.size() < 2 ? 0 : bigEndian(payload.substr(0, 2));
        close("close frame " + std::to_string(code));
    } else if (opcode < kClose) {
        m_fragments += payload;
        if (last) {
            m_events.received(m_config.id, std::exchange(m_fragments, {}), m_readAt);
        }
    }
}

} // namespace tutti::bench

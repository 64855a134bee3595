#pragma once

#include "tests/bench/loadgen/Nanos.h"

#include <netinet/in.h>
#include <string>
#include <string_view>

namespace tutti::bench {

/// What a WebSocketClient tells its owner. Frames are whole text messages.
class SocketEvents {
public:
    virtual ~SocketEvents() = default;
    virtual void opened(int client) = 0;
    virtual void received(int client, std::string_view frame, Nanos at) = 0;
    virtual void closed(int client, const std::string& why) = 0;
};

/// A non-blocking RFC 6455 client on one epoll, with nothing in it that would cost the server's processors.
/// Owns: its socket.
class WebSocketClient {
public:
    struct Config {
        int id = 0;
        int epoll = -1;
        sockaddr_in address{};
        std::string host;
        std::string target;
        /// A small receive buffer, for a client that is going to stop reading.
        bool small = false;
    };

    WebSocketClient(Config config, SocketEvents& events);
    ~WebSocketClient();
    WebSocketClient(const WebSocketClient&) = delete;
    WebSocketClient& operator=(const WebSocketClient&) = delete;

    void connect();
    void send(std::string_view text);
    /// epoll says that something happened.
    void handle(std::uint32_t events);
    void pauseReading();
    void resumeReading();
    int id() const { return m_config.id; }

private:
    enum class State { Idle, Connecting, Handshake, Open, Closed };

    void close(const std::string& why);
    void sendHandshake();
    void sendFrame(int opcode, std::string_view payload);
    void write();
    void read();
    bool takeHandshake();
    /// Takes one frame off the buffer; false if there is no whole one.
    bool takeFrame();
    void take(int opcode, bool last, std::string_view payload);
    /// Tells epoll what this socket waits for.
    void watch(int operation);

    Config m_config;
    SocketEvents& m_events;
    int m_socket = -1;
    State m_state = State::Idle;
    bool m_paused = false;
    /// m_out waits until the socket takes more.
    bool m_blocked = false;
    std::string m_in;
    /// How much of m_in has been taken off by frames.
    std::size_t m_taken = 0;
    std::string m_out;
    std::string m_fragments;
    Nanos m_readAt = 0;
};

} // namespace tutti::bench

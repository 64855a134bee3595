#pragma once

#include "tests/bench/loadgen/Dialect.h"
#include "tests/bench/loadgen/Histogram.h"
#include "tests/bench/loadgen/NoteLedger.h"
#include "tests/bench/loadgen/ProcessUse.h"
#include "tests/bench/loadgen/WebSocketClient.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tutti::bench {

/// What was measured in one stretch of playing.
struct Stretch {
    Histogram latency;
    Histogram lateness;
    std::uint64_t sent = 0;
    std::uint64_t expected = 0;
    std::uint64_t delivered = 0;
    std::uint64_t duplicated = 0;
    std::uint64_t outOfOrder = 0;
    std::uint64_t echoed = 0;
    std::uint64_t crossRoom = 0;
    std::uint64_t unknown = 0;
    std::uint64_t bytes = 0;
    Nanos started = 0;
    Nanos lastDelivery = 0;
    Nanos ended = 0;
    ProcessUse before;
    ProcessUse after;
    /// What the server held at most, looked at four times a second.
    double highestKb = 0;
    double ownCpu = 0;
    MachineUse machine;
};

/// All players of all rooms on one thread: connects them, lets them play on an open-loop schedule and
/// keeps count. Thread: one, its own loop.
class Orchestra final : private SocketEvents {
public:
    explicit Orchestra(const Options& options);
    ~Orchestra() override;

    /// Connects `slow` further players a room. Returns when all have joined, failed or run out of time.
    void seat(int slow, int burst);
    void play(Stretch& stretch, double rate, double seconds);
    void listen(double seconds);
    void measure(Stretch& stretch, const std::function<void()>& during);
    void stallSlow(bool stalled);

    std::string setupJson() const;
    bool complete() const { return m_joined == static_cast<int>(m_players.size()); }
    const std::string& firstFailure() const { return m_firstFailure; }
    int slowDropped() const { return m_slowDropped; }
    int healthyDropped() const { return m_healthyDropped; }
    double residentKb() const { return useOf(m_server).residentKb; }
    /// Every frame that is no note, with its player.
    std::function<void(int, std::string_view, Nanos)> onOther;

private:
    enum class Seat { Absent, Waiting, Joined, Gone };
    struct Player {
        std::unique_ptr<WebSocketClient> socket;
        int room = 0;
        int place = 0;
        bool slow = false;
        Seat seat = Seat::Absent;
        Nanos connectedAt = 0;
        Nanos joinedAt = 0;
        Nanos nextHeartbeat = 0;
    };

    void opened(int client) override;
    void received(int client, std::string_view frame, Nanos at) override;
    void closed(int client, const std::string& why) override;
    void joined(Player& player);
    void heard(const Player& player, const ArrivedNote& note, Nanos at);
    void sendNote(Player& player, Nanos due);
    void playUntil(Nanos stop, Nanos gap);
    void turn(Nanos longest);
    void keepAlive(Nanos now);
    int senders() const;
    sockaddr_in resolve() const;

    Options m_options;
    Dialect m_dialect;
    int m_epoll = -1;
    std::vector<Player> m_players;
    std::vector<NoteLedger> m_rooms;
    std::vector<int> m_server;
    Stretch* m_stretch = nullptr;
    Nanos m_seatingFrom = 0;
    Nanos m_lastStamp = 0;
    Nanos m_nextKeepAlive = 0;
    int m_joined = 0;
    int m_failed = 0;
    int m_slowDropped = 0;
    int m_healthyDropped = 0;
    std::string m_firstFailure;
};

} // namespace tutti::bench

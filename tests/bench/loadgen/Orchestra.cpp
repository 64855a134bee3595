#include "tests/bench/loadgen/Orchestra.h"

#include "tests/bench/loadgen/JsonWriter.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <netdb.h>
#include <queue>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <unistd.h>

namespace tutti::bench {
namespace {

constexpr Nanos kHeartbeat = 20 * kSecond;
constexpr int kMostAtOnce = 64;

void allowManySockets()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

Orchestra::Orchestra(const Options& options)
    : m_options(options)
    , m_dialect(options)
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    allowManySockets();
    if (options.serverProcess > 0) {
        m_server = processTree(options.serverProcess);
    }
}

Orchestra::~Orchestra()
{
    m_players.clear();
    ::close(m_epoll);
}

sockaddr_in Orchestra::resolve() const
{
    addrinfo hints{};
    hints.ai_family = AF_INET;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    sockaddr_in address{};
    if (getaddrinfo(m_options.host.c_str(), m_options.port.c_str(), &hints, &found) == 0 && found) {
        std::memcpy(&address, found->ai_addr, sizeof address);
        freeaddrinfo(found);
    }
    return address;
}

void Orchestra::seat(int slow, int burst)
{
    const sockaddr_in address = resolve();
    for (int room = 0; room < m_options.rooms; ++room) {
        for (int place = 0; place < m_options.players + slow; ++place) {
            const bool isSlow = place >= m_options.players;
            WebSocketClient::Config config{static_cast<int>(m_players.size()),
                                           m_epoll,
                                           address,
                                           m_options.host + ":" + m_options.port,
                                           m_dialect.target(room),
                                           isSlow};
            auto socket = std::make_unique<WebSocketClient>(std::move(config),
                                                            static_cast<SocketEvents&>(*this));
            m_players.push_back({std::move(socket), room, place, isSlow});
        }
    }
    m_seatingFrom = monotonicNow();
    const Nanos end = m_seatingFrom + fromSeconds(m_options.timeout);
    const int total = static_cast<int>(m_players.size());
    int next = 0;
    while (m_joined + m_failed < total && monotonicNow() < end) {
        while (next < total && (burst <= 0 || next - m_joined - m_failed < burst)) {
            Player& player = m_players[static_cast<std::size_t>(next++)];
            player.seat = Seat::Waiting;
            player.connectedAt = monotonicNow();
            player.socket->connect();
        }
        turn(10 * kMilli);
    }
    if (!complete() && m_firstFailure.empty()) {
        m_firstFailure = "not all joined in time";
    }
}

void Orchestra::opened(int client)
{
    Player& player = m_players[static_cast<std::size_t>(client)];
    if (const auto join = m_dialect.join(player.room)) {
        player.socket->send(*join);
    } else {
        joined(player);
    }
}

void Orchestra::joined(Player& player)
{
    player.seat = Seat::Joined;
    player.joinedAt = monotonicNow();
    // Spread over the period, so that heartbeats do not come in one burst.
    player.nextHeartbeat =
        player.joinedAt + kHeartbeat / 2 + player.socket->id() % 100 * kHeartbeat / 200;
    ++m_joined;
}

void Orchestra::closed(int client, const std::string& why)
{
    Player& player = m_players[static_cast<std::size_t>(client)];
    if (player.seat == Seat::Joined) {
        --m_joined;
        ++(player.slow ? m_slowDropped : m_healthyDropped);
    }
    m_failed += player.seat != Seat::Gone;
    player.seat = Seat::Gone;
    if (m_firstFailure.empty()) {
        m_firstFailure = why;
    }
}

void Orchestra::received(int client, std::string_view frame, Nanos at)
{
    Player& player = m_players[static_cast<std::size_t>(client)];
    if (m_stretch) {
        m_stretch->bytes += frame.size();
    }
    if (player.seat == Seat::Waiting) {
        const JoinAnswer answer = m_dialect.joinAnswer(frame);
        if (answer == JoinAnswer::Accepted) {
            joined(player);
        } else if (answer == JoinAnswer::Refused) {
            ++m_failed;
            player.seat = Seat::Gone;
            m_firstFailure = "join refused: " + std::string{frame.substr(0, 300)};
        }
        return;
    }
    if (const auto note = Dialect::noteIn(frame)) {
        heard(player, *note, at);
    } else if (onOther) {
        onOther(client, frame, at);
    }
}

void Orchestra::heard(const Player& player, const ArrivedNote& note, Nanos at)
{
    if (!m_stretch || note.sender < 0 || note.sender >= static_cast<int>(m_players.size())) {
        return;
    }
    Stretch& stretch = *m_stretch;
    const Player& sender = m_players[static_cast<std::size_t>(note.sender)];
    if (sender.room != player.room || &sender == &player) {
        ++(sender.room != player.room ? stretch.crossRoom : stretch.echoed);
        return;
    }
    using Verdict = NoteLedger::Verdict;
    const Verdict verdict = m_rooms[static_cast<std::size_t>(player.room)].received(
        player.place, sender.place, note.stamp);
    if (player.slow || verdict == Verdict::Stale) {
        return;
    }
    stretch.duplicated += verdict == Verdict::Duplicate;
    stretch.unknown += verdict == Verdict::Unknown;
    stretch.outOfOrder += verdict == Verdict::Late;
    if (verdict == Verdict::First || verdict == Verdict::Late) {
        ++stretch.delivered;
        stretch.lastDelivery = at;
        stretch.latency.add(at - note.stamp);
    }
}

int Orchestra::senders() const
{
    return m_options.senders < 0 ? m_options.players
                                 : std::min(m_options.senders, m_options.players);
}

void Orchestra::play(Stretch& stretch, double rate, double seconds)
{
    m_rooms.clear();
    const int places = static_cast<int>(m_players.size()) / m_options.rooms;
    for (int room = 0; room < m_options.rooms; ++room) {
        m_rooms.emplace_back(places, senders());
    }
    measure(stretch, [&] {
        playUntil(monotonicNow() + fromSeconds(seconds), fromSeconds(1.0 / rate));
        const Nanos end = monotonicNow() + fromSeconds(m_options.drain);
        while (stretch.delivered < stretch.expected && monotonicNow() < end) {
            turn(5 * kMilli);
        }
        listen(0.02); // what comes twice comes now
    });
}

void Orchestra::playUntil(Nanos stop, Nanos gap)
{
    struct Due {
        Nanos at;
        std::size_t player;
        bool operator>(const Due& other) const { return at > other.at; }
    };
    std::priority_queue<Due, std::vector<Due>, std::greater<>> due;
    const Nanos start = monotonicNow();
    const Nanos apart = gap / std::max(1, senders() * m_options.rooms);
    for (std::size_t i = 0; i < m_players.size(); ++i) {
        const Nanos first = start + apart * static_cast<Nanos>(due.size());
        if (m_players[i].place < senders() && first < stop) {
            due.push({first, i});
        }
    }
    while (!due.empty() && monotonicNow() < stop + kSecond) {
        Nanos now = monotonicNow();
        int burst = 0;
        for (; !due.empty() && due.top().at <= now && burst < kMostAtOnce; ++burst) {
            const Due next = due.top();
            due.pop();
            sendNote(m_players[next.player], next.at);
            if (next.at + gap < stop) {
                due.push({next.at + gap, next.player});
            }
            now = monotonicNow();
        }
        turn(burst == kMostAtOnce || due.empty() ? 0 : std::max<Nanos>(0, due.top().at - now));
    }
}

void Orchestra::sendNote(Player& player, Nanos due)
{
    if (player.seat != Seat::Joined) {
        return;
    }
    const Nanos stamp = std::max(monotonicNow(), m_lastStamp + 1);
    m_lastStamp = stamp;
    m_rooms[static_cast<std::size_t>(player.room)].sent(player.place, stamp);
    ++m_stretch->sent;
    m_stretch->expected += static_cast<std::uint64_t>(m_options.players - 1);
    m_stretch->lateness.add(stamp - due);
    player.socket->send(m_dialect.note(player.room, player.socket->id(), stamp));
}

void Orchestra::measure(Stretch& stretch, const std::function<void()>& during)
{
    m_stretch = &stretch;
    stretch.before = useOf(m_server);
    stretch.ownCpu = -ownCpuSeconds();
    const MachineUse before = machineUse();
    stretch.started = monotonicNow();
    during();
    stretch.ended = monotonicNow();
    const MachineUse after = machineUse();
    stretch.machine = {after.busySeconds - before.busySeconds,
                       after.stolenSeconds - before.stolenSeconds};
    stretch.ownCpu += ownCpuSeconds();
    stretch.after = useOf(m_server);
    m_stretch = nullptr;
}

void Orchestra::listen(double seconds)
{
    const Nanos end = monotonicNow() + fromSeconds(seconds);
    while (monotonicNow() < end) {
        turn(std::min(20 * kMilli, std::max<Nanos>(0, end - monotonicNow())));
    }
}

void Orchestra::stallSlow(bool stalled)
{
    for (Player& player : m_players) {
        if (player.slow && player.seat == Seat::Joined) {
            stalled ? player.socket->pauseReading() : player.socket->resumeReading();
        }
    }
}

void Orchestra::turn(Nanos longest)
{
    std::array<epoll_event, 1024> events;
    const timespec wait{longest / kSecond, longest % kSecond};
    const int count =
        epoll_pwait2(m_epoll, events.data(), static_cast<int>(events.size()), &wait, nullptr);
    for (int i = 0; i < count; ++i) {
        const epoll_event& event = events[static_cast<std::size_t>(i)];
        static_cast<WebSocketClient*>(event.data.ptr)->handle(event.events);
    }
    keepAlive(monotonicNow());
}

void Orchestra::keepAlive(Nanos now)
{
    if (now < m_nextKeepAlive) {
        return;
    }
    m_nextKeepAlive = now + kSecond / 4;
    if (m_stretch) {
        m_stretch->highestKb = std::max(m_stretch->highestKb, residentKb());
    }
    const auto heartbeat = m_dialect.heartbeat();
    for (Player& player : m_players) {
        if (heartbeat && player.seat == Seat::Joined && now >= player.nextHeartbeat) {
            player.nextHeartbeat = now + kHeartbeat;
            player.socket->send(*heartbeat);
        }
    }
}

std::string Orchestra::setupJson() const
{
    Histogram times;
    Nanos last = m_seatingFrom;
    for (const Player& player : m_players) {
        if (player.joinedAt > 0) {
            times.add(player.joinedAt - player.connectedAt);
            last = std::max(last, player.joinedAt);
        }
    }
    return JsonWriter{}
        .number("clients", static_cast<double>(m_players.size()), 0)
        .number("joined", m_joined, 0)
        .number("failed", m_failed, 0)
        .text("first_failure", m_firstFailure)
        .number("all_joined_ms", static_cast<double>(last - m_seatingFrom) / kMilli)
        .raw("join_ms", times.json())
        .done();
}

} // namespace tutti::bench

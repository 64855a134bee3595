#include "app/main/ClassroomWorld.h"

#include "server/net/NetworkAdapters.h"

#include <QAbstractEventDispatcher>
#include <QThread>
#include <QTimer>

#include <utility>

namespace tutti::main {

using namespace Qt::StringLiterals;

namespace {

/// What the connection helper lets one tablet open: a green page with a tick, without a word to read or a script to block.
constexpr auto kTestPage = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">)"
                           R"(<rect width="100" height="100" fill="#1B7F49"/>)"
                           R"(<path d="M28 52l15 15 30-33" fill="none" stroke="#FFFFFF")"
                           R"( stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>)"
                           R"(</svg>)";

} // namespace

ClassroomWorld::ClassroomWorld(Config config)
    : m_config(std::move(config))
{
}

ClassroomWorld::~ClassroomWorld() = default;

void ClassroomWorld::start()
{
    const Clock& clock = m_config.clock;
    const QByteArray& secret = m_config.secret;
    m_host = std::make_unique<classroom::RoomHost>(clock, m_config.games,
                                                   classroom::RoomRules{m_config.admitGuests, {}});
    m_hub = std::make_unique<channel::Hub>(clock, channel::HubConfig{m_config.limits, secret});
    m_music = std::make_unique<music::MusicExtension>(
        clock, *m_host, *m_hub, music::JoinDesk::Config{secret, m_config.anonKey});
    m_hub->addHandler(*m_music);
    m_server = std::make_unique<net::ClassroomServer>(clock);
    m_feed = std::make_unique<DashboardFeed>();
    addRoutes();
    wire();
}

void ClassroomWorld::wire()
{
    connect(m_host.get(), &classroom::RoomHost::recorded, m_music.get(),
            &music::MusicExtension::onRecorded);
    connect(m_host.get(), &classroom::RoomHost::noticed, m_music.get(),
            &music::MusicExtension::onNoticed);
    connect(m_host.get(), &classroom::RoomHost::noticed, this, &ClassroomWorld::onNoticed);
    connect(m_host.get(), &classroom::RoomHost::recorded, this, &ClassroomWorld::onRecorded);
    connect(m_server.get(), &net::ClassroomServer::visited, this, [this](int visitors) {
        m_network.visitors = visitors;
        emit networkChanged(m_network);
    });
    connect(this, &ClassroomWorld::recorded, m_feed.get(), &DashboardFeed::add);
    connect(m_feed.get(), &DashboardFeed::merged, this, &ClassroomWorld::recordedForDashboard);
    connect(QAbstractEventDispatcher::instance(thread()), &QAbstractEventDispatcher::aboutToBlock,
            this, &ClassroomWorld::endTurn);
}

void ClassroomWorld::addRoutes()
{
    m_server->setSite(net::StaticSite::fromFolder(u":/student"_s));
    m_hubEndpoints.emplace(*m_hub);
    m_hubEndpoints->addTo(*m_server);
    m_clockEndpoint.emplace(m_music->clockDesk());
    m_server->addSocketPath(u"/clock"_s, *m_clockEndpoint);
    m_server->addRoute("GET", u"/t"_s, [](const auto&, const net::HttpResponder& respond) {
        respond({200, kTestPage, "image/svg+xml"});
    });
    m_joinRoutes.emplace(m_music->joinDesk(), m_config.clock);
    m_joinRoutes->addTo(*m_server);
}

void ClassroomWorld::endTurn()
{
    // Events first, so that what they become leaves in the same turn.
    m_host->publish();
    m_hub->flush();
}

void ClassroomWorld::submit(const Command& command, const Origin& origin)
{
    m_host->submit(command, origin);
}

void ClassroomWorld::openRoom(const OpenRequest& request)
{
    if (m_opening || m_network.listening) {
        return;
    }
    const auto port = listen(request);
    if (!port) {
        emit failed(port.error());
        return;
    }
    m_opening = request;
    m_opening->port = *port;
    m_host->submit(request.room, {});
}

void ClassroomWorld::finishOpening(const RoomOpened& opening)
{
    if (const auto request = std::exchange(m_opening, std::nullopt)) {
        m_hubEndpoints->setRoomOpen(true);
        tellNetwork(*request, request->port, opening.code);
        emit opened(m_network);
        if (request->startLesson) {
            m_host->submit(StartLesson{}, {});
        }
    }
}

void ClassroomWorld::onNoticed(const Notice& notice)
{
    const auto* refused = std::get_if<Refused>(&notice.body);
    if (refused && m_opening && !notice.to.peer.isValid()) {
        m_opening.reset();
        m_server->closeAll();
        emit failed(refused->error);
    }
}

void ClassroomWorld::changeAdapter(const OpenRequest& request)
{
    if (!m_network.listening || request.lanAddress.toStdString() == m_lanAddress) {
        return;
    }
    if (const auto changed = m_server->changeAddresses(request.addresses); !changed) {
        emit failed(changed.error());
        emit networkChanged(m_network); // what was chosen is not what is
        return;
    }
    const std::string before = m_network.joinUrl;
    const std::int32_t visitors = m_network.visitors;
    tellNetwork(request, m_network.port, m_music->mirror().doorCode);
    m_network.visitors = visitors;
    if (m_network.joinUrl != before) {
        // While the old address still answers, tablets learn where to go when it stops.
        m_music->announceMove(QString::fromStdString(m_network.joinUrl));
    }
}

void ClassroomWorld::changeCode(const RoomCode& code)
{
    m_network.code = code.letters;
    m_network.joinUrl = net::joinUrl(m_lanAddress, m_network.port, code.letters);
    emit networkChanged(m_network);
}

void ClassroomWorld::setAdapters(const std::vector<NetworkAdapter>& adapters)
{
    m_network.adapters = adapters;
    emit networkChanged(m_network);
}

void ClassroomWorld::tellNetwork(const OpenRequest& request, quint16 port, const RoomCode& code)
{
    m_lanAddress = request.lanAddress.toStdString();
    m_network = {true,
                 port,
                 code.letters,
                 net::joinUrl(m_lanAddress, port, code.letters),
                 net::hostPort(m_lanAddress, port),
                 request.adapterName.toStdString(),
                 request.adapters,
                 m_server->portMoved()};
    emit networkChanged(m_network);
}

Result<quint16> ClassroomWorld::listen(const OpenRequest& request)
{
    net::ClassroomServer::Config config;
    config.port = request.port;
    config.portIsExplicit = request.portIsExplicit;
    config.addresses = request.addresses;
    config.connections.total = m_config.limits.sockets * 2;
    config.peerLimits.maxFrameBytes = static_cast<quint64>(m_config.limits.maxFrameBytes);
    return m_server->listen(config);
}

void ClassroomWorld::onRecorded(const Batch& batch)
{
    for (const EventEnvelope& envelope : batch) {
        if (const auto* opening = std::get_if<RoomOpened>(&envelope.event)) {
            finishOpening(*opening);
        }
        if (const auto* changed = std::get_if<CodeChanged>(&envelope.event)) {
            changeCode(changed->code);
        }
        if (std::holds_alternative<LessonEnded>(envelope.event)) {
            // The good-byes of this turn leave first.
            QTimer::singleShot(0, this, &ClassroomWorld::finishClosing);
        }
    }
    emit recorded(batch);
}

void ClassroomWorld::finishClosing()
{
    m_server->closeAll();
    m_hubEndpoints->setRoomOpen(false);
    NetworkStatus closedNow;
    closedNow.adapters = std::move(m_network.adapters);
    m_network = std::move(closedNow);
    emit networkChanged(m_network);
    emit closed();
    if (m_stopping) {
        emit stopped();
    }
}

void ClassroomWorld::stop()
{
    if (!m_network.listening) {
        emit stopped();
        return;
    }
    m_stopping = true;
    m_host->submit(EndLesson{}, {});
}

void ClassroomWorld::takeDown()
{
    if (auto* dispatcher = QAbstractEventDispatcher::instance(thread())) {
        dispatcher->disconnect(this);
    }
    m_feed.reset();
    m_server.reset();
    m_hub.reset();
    m_music.reset();
    m_host.reset();
}

} // namespace tutti::main

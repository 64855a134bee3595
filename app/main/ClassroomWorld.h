#pragma once

#include "app/classroom/RoomHost.h"
#include "app/domain/Clock.h"
#include "app/domain/Game.h"
#include "app/domain/NetworkStatus.h"
#include "app/main/ClockEndpoint.h"
#include "app/main/DashboardFeed.h"
#include "app/main/JoinRoutes.h"
#include "app/main/OpenRequest.h"
#include "server/channel/Hub.h"
#include "server/music/MusicExtension.h"
#include "server/net/ClassroomServer.h"
#include "server/net/HubEndpoints.h"

#include <QObject>

#include <memory>

namespace tutti::main {

/// Everything that lives on the classroom thread: the room, the hub, the music extension and the
/// server. Built, wired and taken down here; the rules are elsewhere.
/// Thread: made on the main thread and moved to the classroom thread; every slot runs there.
class ClassroomWorld final : public QObject {
    Q_OBJECT

public:
    struct Config {
        const Clock& clock;
        const GameRegistry& games;
        QByteArray secret;
        channel::Limits limits;
        /// Handed to tablets at the door.
        QString anonKey;
        bool admitGuests = false;
    };

    explicit ClassroomWorld(Config config);
    ~ClassroomWorld() override;

    /// Builds everything, in the thread's own loop.
    void start();
    /// Ends a running lesson, then says stopped() once the good-byes are out.
    void stop();
    void submit(const tutti::Command& command, const tutti::Origin& origin);
    /// Starts listening and opens the closed room; opened() or failed() follows. Nothing happens
    /// while a room is open or opening.
    void openRoom(const tutti::main::OpenRequest& request);
    /// Listens on another adapter, for tablets still to come; who is connected stays.
    void changeAdapter(const tutti::main::OpenRequest& request);
    /// The networks this computer is on have changed.
    void setAdapters(const std::vector<tutti::NetworkAdapter>& adapters);
    /// Destroys what start() built; the last thing that runs here.
    void takeDown();

    /// The room as last recorded; for listeners of recorded() on this thread.
    const RoomState& mirror() const { return m_music->mirror(); }

signals:
    void recorded(const tutti::Batch& batch);
    /// The same, merged for the dashboard.
    void recordedForDashboard(const tutti::Batch& batch);
    void networkChanged(const tutti::NetworkStatus& status);
    void opened(const tutti::NetworkStatus& status);
    void failed(const tutti::Error& error);
    /// The room is closed and nothing listens any more.
    void closed();
    void stopped();

private:
    void endTurn();
    void onRecorded(const Batch& batch);
    void onNoticed(const Notice& notice);
    void finishOpening(const RoomOpened& opened);
    void finishClosing();
    void changeCode(const RoomCode& code);
    void wire();
    void addRoutes();
    Result<quint16> listen(const OpenRequest& request);
    void tellNetwork(const OpenRequest& request, quint16 port, const RoomCode& code);

    Config m_config;
    std::unique_ptr<classroom::RoomHost> m_host;
    std::unique_ptr<channel::Hub> m_hub;
    std::unique_ptr<music::MusicExtension> m_music;
    std::unique_ptr<net::ClassroomServer> m_server;
    std::optional<net::HubEndpoints> m_hubEndpoints;
    std::optional<ClockEndpoint> m_clockEndpoint;
    std::optional<JoinRoutes> m_joinRoutes;
    NetworkStatus m_network;
    std::string m_lanAddress;
    /// What is being opened, until the room has said yes or no.
    std::optional<OpenRequest> m_opening;
    std::unique_ptr<DashboardFeed> m_feed;
    bool m_stopping = false;
};

} // namespace tutti::main

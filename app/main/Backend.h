#pragma once

#include "app/domain/Game.h"
#include "app/main/AdapterWatch.h"
#include "app/main/ClassroomWorld.h"
#include "app/main/CommandLine.h"
#include "app/main/Installation.h"
#include "app/main/ServerConfig.h"
#include "app/main/SystemClock.h"
#include "app/store/StoreThread.h"
#include "server/net/NetworkAdapters.h"

#include <QObject>
#include <QThread>

namespace tutti::main {

/// The program without a face: clock, store and classroom threads, and how a room is opened. The
/// window and the headless mode both stand on it.
/// Thread: main. Its destructor ends the threads, last started first.
class Backend final : public QObject {
    Q_OBJECT

public:
    struct Config {
        Options options;
        ServerConfig server;
        Installation installation;
        bool admitGuests = false;
    };

    explicit Backend(Config config, SystemClock& clock);
    ~Backend() override;

    /// Opens the room of the class on one adapter (empty: the best one). Answers come as opened()
    /// or failed().
    void openRoom(const QString& adapterName, bool startLesson);
    void changeAdapter(const QString& adapterName);
    /// Ends a running lesson, writes everything, then says stopped().
    void stop();

    const SystemClock& clock() const { return m_clock; }
    ClassroomWorld& world() { return m_world; }
    const store::ClassRoster& roster() const { return m_config.installation.roster; }
    std::vector<NetworkAdapter> adapters() const { return m_adapters.ranked(); }
    /// A token of this installation for `role`, valid for a year.
    QString tokenFor(const QString& role) const;
    /// How a browser on this machine reaches the server.
    QString localUrl(quint16 port) const;
    QString secret() const { return QString::fromUtf8(m_secret); }

signals:
    /// Merged, at most 30 times a second.
    void recorded(const tutti::Batch& batch);
    void networkChanged(const tutti::NetworkStatus& status);
    void opened(const tutti::NetworkStatus& status);
    void failed(const tutti::Error& error);
    void storeRecovered();
    void closed();
    void stopped();

private:
    void wire();
    OpenRoom openCommand() const;
    OpenRequest requestFor(const QString& adapterName) const;

    Config m_config;
    SystemClock& m_clock;
    QByteArray m_secret;
    GameRegistry m_games;
    net::NetworkAdapters m_adapters;
    AdapterWatch m_adapterWatch{m_adapters};
    store::StoreThread m_store;
    ClassroomWorld m_world;
    QThread m_classroomThread;
};

} // namespace tutti::main

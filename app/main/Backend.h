#pragma once

#include "app/domain/ClassList.h"
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

#include <map>
#include <vector>

namespace tutti::main {

/// The program without a face: clock, store and classroom threads, the classes, and how a room is
/// opened. The window and the headless mode both stand on it.
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

    /// Opens the room of the current class on one adapter (empty: the best one). Answers come as opened()
    /// or failed().
    void openRoom(const QString& adapterName, bool startLesson);
    void changeAdapter(const QString& adapterName);
    /// Ends a running lesson, writes everything, then says stopped().
    void stop();

    // Classes. Nothing here waits for the disk: what is asked for is true at once, and taken back
    // with failed() if the store refuses it.
    const std::vector<ClassEntry>& classes() const { return m_config.installation.classes; }
    ClassId currentClass() const { return m_config.installation.current; }
    const ClassRoster& roster() const;
    /// The class the next room is opened for, now and at the next start. Errors, by failed():
    /// RoomOpen while a room is open, BadPayload for a class there is not.
    void chooseClass(ClassId id);
    /// Makes a class of animals; it becomes the current one unless a room is open.
    void createClass(const QString& name, int seats);
    void renameClass(ClassId id, const QString& name);
    /// Children, seats, and whether names go to tablets; not the class's name. A room that is open
    /// stays as it is. Errors, by failed(): BadPayload with what problemOf() says.
    void saveRoster(const ClassRoster& roster);
    void setNamesOnTablets(ClassId id, bool shown);

    const SystemClock& clock() const { return m_clock; }
    ClassroomWorld& world() { return m_world; }
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
    /// Oldest first. Also when another class became the current one.
    void classesChanged(const std::vector<tutti::ClassEntry>& classes, tutti::ClassId current);
    /// The current class's children are these now.
    void rosterChanged(const tutti::ClassRoster& roster);
    void closed();
    void stopped();

private:
    /// From the first try to open a room until it is closed again.
    enum class Room : std::uint8_t { Closed, Opening, Open };

    void wire();
    void wireRoom();
    void wireClasses();
    /// What the next room must know of what happened in this one. Thread: classroom.
    void watch(const Batch& batch);
    ClassRoster* find(ClassId id);
    /// Takes a roster over and says so, if anything of it is new.
    void keep(const ClassRoster& roster);
    /// The store to ask about a class, counted.
    store::StoreThread& ask(ClassId id);
    void setCurrent(ClassId id);
    OpenRoom openCommand() const;
    OpenRequest requestFor(const QString& adapterName) const;

    Config m_config;
    Room m_room = Room::Closed;
    /// Questions about each class the store has not answered yet. Only the last answer counts: the
    /// ones before it do not know what was changed since.
    std::map<ClassId, int> m_unanswered;
    SystemClock& m_clock;
    QByteArray m_secret;
    GameRegistry m_games;
    NetworkStatus m_network;
    net::NetworkAdapters m_adapters;
    AdapterWatch m_adapterWatch{m_adapters};
    store::StoreThread m_store;
    ClassroomWorld m_world;
    QThread m_classroomThread;
};

} // namespace tutti::main

#include "app/main/Backend.h"

#include "app/classroom/JoinCodes.h"
#include "app/games/Games.h"
#include "app/main/MovedAdapter.h"
#include "server/channel/Tokens.h"

#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>

namespace tutti::main {
namespace {

using namespace Qt::StringLiterals;

constexpr quint16 kDefaultPort = 4000;
constexpr qint64 kYearSeconds = 365 * 24 * 60 * 60;

/// This machine's own addresses, so that a browser on the laptop finds the room whatever
/// "localhost" means to it.
QList<QHostAddress> loopbacks()
{
    QList<QHostAddress> addresses{QHostAddress{QHostAddress::LocalHost}};
    const QHostAddress six{QHostAddress::LocalHostIPv6};
    if (QNetworkInterface::allAddresses().contains(six)) {
        addresses.append(six);
    }
    return addresses;
}

bool isAny(const QHostAddress& address)
{
    return address == QHostAddress{QHostAddress::AnyIPv4} ||
           address == QHostAddress{QHostAddress::AnyIPv6} ||
           address == QHostAddress{QHostAddress::Any};
}

store::StoreConfig storeConfig(const store::DataFolder& folder)
{
    return {folder.databasePath(), QString::fromLatin1(QTimeZone::systemTimeZoneId())};
}

} // namespace

Backend::Backend(Config config, SystemClock& clock)
    : m_config(std::move(config))
    , m_clock(clock)
    , m_secret(m_config.server.jwtSecret.isEmpty() ? m_config.installation.secret
                                                   : m_config.server.jwtSecret)
    , m_games(games::allGames())
    , m_store(storeConfig(m_config.installation.folder))
    , m_world({m_clock, m_games, m_secret, m_config.server.limits, tokenFor(u"anon"_s),
               m_config.admitGuests})
{
    wire();
    m_classroomThread.setObjectName(u"classroom"_s);
    m_world.moveToThread(&m_classroomThread);
    connect(&m_classroomThread, &QThread::started, &m_world, &ClassroomWorld::start);
    m_classroomThread.start(QThread::TimeCriticalPriority);
    m_adapterWatch.start();
}

Backend::~Backend()
{
    QMetaObject::invokeMethod(&m_world, &ClassroomWorld::takeDown, Qt::BlockingQueuedConnection);
    m_classroomThread.quit();
    m_classroomThread.wait();
}

void Backend::wire()
{
    connect(&m_world, &ClassroomWorld::recorded, &m_store, &store::StoreThread::record,
            Qt::DirectConnection);
    connect(&m_world, &ClassroomWorld::recordedForDashboard, this, &Backend::recorded);
    connect(&m_adapterWatch, &AdapterWatch::changed, this,
            [this](const std::vector<NetworkAdapter>& adapters) {
                QMetaObject::invokeMethod(
                    &m_world, [this, adapters] { m_world.setAdapters(adapters); },
                    Qt::QueuedConnection);
                if (!m_config.options.bind && hasMoved(m_network, adapters)) {
                    changeAdapter(QString::fromStdString(m_network.adapter));
                }
            });
    connect(&m_world, &ClassroomWorld::networkChanged, this, [this](const NetworkStatus& status) {
        m_network = status;
        emit networkChanged(status);
    });
    connect(&m_world, &ClassroomWorld::stopped, this, &Backend::stopped);
    connect(&m_store, &store::StoreThread::failed, this, &Backend::failed);
    connect(&m_store, &store::StoreThread::recovered, this, &Backend::storeRecovered);
    wireRoom();
    wireClasses();
}

void Backend::wireRoom()
{
    connect(&m_world, &ClassroomWorld::opened, this, [this](const NetworkStatus& status) {
        m_room = Room::Open;
        emit opened(status);
    });
    connect(&m_world, &ClassroomWorld::failed, this, [this](const Error& error) {
        // An open room stays open, whatever network it could not move to.
        m_room = m_room == Room::Opening ? Room::Closed : m_room;
        emit failed(error);
    });
    connect(&m_world, &ClassroomWorld::closed, this, [this] {
        m_room = Room::Closed;
        m_store.requestClasses();
        emit closed();
    });
}

OpenRoom Backend::openCommand() const
{
    auto* random = QRandomGenerator::system();
    // Below 2^53, so that any JSON reader keeps it whole; never 0, which means none.
    const auto lesson = static_cast<std::int64_t>(random->generate64() >> 11) | 1;
    const ClassRoster& of = roster();
    const RoomCode code = m_config.options.code.value_or(classroom::codeFor(random->generate64()));
    return {of.id,
            of.name,
            of.namesOnTablets,
            code,
            LessonId{lesson},
            m_clock.wallMillis(),
            of.seats,
            m_config.installation.tablets};
}

OpenRequest Backend::requestFor(const QString& adapterName) const
{
    const Options& options = m_config.options;
    OpenRequest request;
    request.adapters = adapters();
    request.port = options.port.value_or(kDefaultPort);
    request.portIsExplicit = options.port.has_value();
    request.addresses = loopbacks();
    request.lanAddress = request.addresses.front().toString();
    if (options.bind) {
        request.addresses = {*options.bind};
    }
    if (options.bind && !isAny(*options.bind)) {
        request.lanAddress = options.bind->toString();
    } else if (!request.adapters.empty()) {
        const auto named = std::find_if(
            request.adapters.begin(), request.adapters.end(),
            [&](const NetworkAdapter& a) { return a.name == adapterName.toStdString(); });
        const NetworkAdapter& chosen =
            named == request.adapters.end() ? request.adapters.front() : *named;
        request.adapterName = QString::fromStdString(chosen.name);
        request.lanAddress = QString::fromStdString(chosen.address);
        const QHostAddress address{request.lanAddress};
        if (!options.bind && !request.addresses.contains(address)) {
            request.addresses.prepend(address);
        }
    }
    return request;
}

void Backend::openRoom(const QString& adapterName, bool startLesson)
{
    OpenRequest request = requestFor(adapterName);
    request.room = openCommand();
    request.startLesson = startLesson;
    m_room = m_room == Room::Closed ? Room::Opening : m_room;
    QMetaObject::invokeMethod(
        &m_world, [this, request] { m_world.openRoom(request); }, Qt::QueuedConnection);
}

void Backend::changeAdapter(const QString& adapterName)
{
    QMetaObject::invokeMethod(
        &m_world, [this, request = requestFor(adapterName)] { m_world.changeAdapter(request); },
        Qt::QueuedConnection);
}

void Backend::stop()
{
    QMetaObject::invokeMethod(&m_world, &ClassroomWorld::stop, Qt::QueuedConnection);
}

QString Backend::localUrl(quint16 port) const
{
    const auto& bind = m_config.options.bind;
    const bool isSix = bind && *bind == QHostAddress{QHostAddress::AnyIPv6};
    const QString any = isSix ? u"::1"_s : u"127.0.0.1"_s;
    const QString host = bind && !isAny(*bind) ? bind->toString() : any;
    return u"http://"_s + QString::fromStdString(net::hostPort(host.toStdString(), port));
}

QString Backend::tokenFor(const QString& role) const
{
    const qint64 now = m_clock.wallMillis() / 1000;
    QJsonObject claims{
        {u"role"_s, role}, {u"iss"_s, u"tutti"_s}, {u"iat"_s, now}, {u"exp"_s, now + kYearSeconds}};
    if (role == "teacher"_L1) {
        claims.insert(u"class"_s, QString::number(currentClass().value));
    }
    return channel::Tokens{m_secret}.sign(claims);
}

} // namespace tutti::main

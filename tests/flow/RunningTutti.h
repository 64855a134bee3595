#pragma once

#include "app/main/Backend.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace tutti::test {

/// The whole program but for its window, serving a lesson on a port of its own.
class RunningTutti {
public:
    RunningTutti()
        : m_backend(config(), m_clock)
    {
    }

    /// False if it did not get ready.
    bool openLesson()
    {
        QSignalSpy opened{&m_backend, &main::Backend::opened};
        m_backend.openRoom({}, true);
        if (!opened.wait(10'000)) {
            return false;
        }
        m_port = opened.at(0).at(0).value<NetworkStatus>().port;
        return true;
    }

    /// Ends the lesson; false if it did not end.
    bool endLesson()
    {
        QSignalSpy stopped{&m_backend, &main::Backend::stopped};
        m_backend.stop();
        return stopped.wait(10'000);
    }

    /// What the teacher does at the dashboard.
    void command(const Command& command)
    {
        main::ClassroomWorld& world = m_backend.world();
        QMetaObject::invokeMethod(
            &world, [&world, command] { world.submit(command, {}); }, Qt::QueuedConnection);
    }

    QString base() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    QString databasePath() const { return m_database; }
    main::Backend& backend() { return m_backend; }

private:
    main::Backend::Config config()
    {
        main::Options options;
        options.port = quint16{0};
        options.bind = QHostAddress{QHostAddress::LocalHost};
        options.code = RoomCode{"LARK"};
        auto installation = *main::Installation::open(m_folder.path(), {}, m_clock.wallMillis());
        m_database = installation.folder.databasePath();
        return {options, {}, std::move(installation), false};
    }

    QTemporaryDir m_folder;
    QString m_database;
    main::SystemClock m_clock;
    main::Backend m_backend;
    quint16 m_port = 0;
};

} // namespace tutti::test

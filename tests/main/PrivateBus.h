#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

namespace tutti::test {

/// A D-Bus daemon of its own that starts no services. It ends with this object.
class PrivateBus {
public:
    ~PrivateBus();

    /// Whether it runs.
    bool start();
    QString address() const { return m_address; }
    /// A new connection to it. `name` tells two connections of this process apart.
    QDBusConnection connection(const QString& name) const;

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
};

} // namespace tutti::test

#pragma once

#include <QDBusContext>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QStringList>

#include <array>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace tutti::test {

/// Enough of logind to be asked: whoever holds the descriptor it hands out holds off sleep.
class FakeLogin final : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    ~FakeLogin() override { closeOurs(); }

    bool refuses = false;
    QStringList asked;

    /// Whether the descriptor handed out last is open anywhere outside.
    bool isHeldOff() const
    {
        pollfd end{m_end, POLLIN, 0};
        return m_end >= 0 && ::poll(&end, 1, 0) == 0;
    }

public slots:
    QDBusUnixFileDescriptor Inhibit(const QString& what, const QString& who, const QString& why,
                                    const QString& mode)
    {
        asked = {what, who, why, mode};
        if (refuses) {
            sendErrorReply(QDBusError::AccessDenied);
            return {};
        }
        closeOurs();
        std::array<int, 2> pipe{-1, -1};
        if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
            return {};
        }
        m_end = pipe[0];
        const QDBusUnixFileDescriptor theirs{pipe[1]};
        ::close(pipe[1]);
        return theirs;
    }

private:
    void closeOurs()
    {
        if (m_end >= 0) {
            ::close(m_end);
        }
    }

    int m_end = -1;
};

/// Enough of a desktop's screen saver to be asked: it counts cookies.
class FakeScreenSaver final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")

public:
    QStringList asked;
    QList<uint> cookies;

public slots:
    uint Inhibit(const QString& who, const QString& why)
    {
        asked = {who, why};
        cookies << ++m_last;
        return m_last;
    }

    void UnInhibit(uint cookie) { cookies.removeAll(cookie); }

private:
    uint m_last = 40;
};

} // namespace tutti::test

#pragma once

#include <QProcess>
#include <QString>

namespace tutti::test {

/// A JACK server of its own that needs no sound device. It has a name that no other server has, and
/// everything of JACK in this process goes to it. Ends with this object.
class JackDummy {
public:
    JackDummy();
    ~JackDummy();

    static bool isInstalled();
    /// Whether it serves; again after stop() and kill().
    bool start();
    void stop();
    /// The server dies without a word.
    void kill();

private:
    bool waitForServer() const;

    QString m_name;
    QProcess m_process;
};

} // namespace tutti::test

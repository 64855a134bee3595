#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace tutti::main {

/// Listens for a second launch on the same data folder, which asks to show the window that is there already. A local
/// socket for its owner alone; one line each way: "raise", "raising".
/// Thread: the one it is made on.
class SingleInstance final : public QObject {
    Q_OBJECT

public:
    /// Where the window that has `dataFolder` open listens: one place however the folder is spelled, another for every
    /// user.
    static QString addressFor(const QString& dataFolder);

    explicit SingleInstance(QObject* parent = nullptr);

    /// Only for who holds the lock of `dataFolder`: what is found at its address is left over from a crash, and is
    /// replaced. False where the system does not let it listen; a second launch then has to say that the folder is
    /// taken.
    bool listen(const QString& dataFolder);

    /// There is no window any more: nobody is answered, also who has called already.
    void close();

signals:
    void raiseRequested();

private:
    void welcome();
    void hear(QLocalSocket& socket);

    QLocalServer m_server;
};

} // namespace tutti::main

#pragma once

#include <QLocalSocket>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace tutti::main {

/// What a launch does when its data folder is taken: it asks the window that has it to come to the front. Says raised()
/// or unanswered(), once.
/// Thread: the one it is made on.
class SecondLaunch final : public QObject {
    Q_OBJECT

public:
    struct Patience {
        /// A first launch holds the folder a moment before it listens. One without a window never does.
        std::chrono::milliseconds untilListening{1'500};
        /// A window that is just being built answers late.
        std::chrono::milliseconds untilAnswer{5'000};
    };

    explicit SecondLaunch(const QString& dataFolder, Patience patience, QObject* parent = nullptr);

    /// Knocks in the loop's next turn, so that no answer comes before the loop runs.
    void start();

signals:
    void raised();
    void unanswered();

private:
    void knock();
    void greet();
    void hear();
    void end(bool isRaised);

    QString m_address;
    Patience m_patience;
    QLocalSocket m_socket;
    QTimer m_again;
    QTimer m_deadline;
    bool m_wasHeard = false;
    bool m_isOver = false;
};

} // namespace tutti::main

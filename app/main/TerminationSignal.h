#pragma once

#include <QObject>

namespace tutti::main {

/// Turns the system's wish that the program end (SIGTERM, SIGINT, console close) into a Qt signal.
/// Thread: main; at most one lives at a time. Where the platform has no such wish it never fires.
class TerminationSignal final : public QObject {
    Q_OBJECT

public:
    explicit TerminationSignal(QObject* parent = nullptr);
    ~TerminationSignal() override;

signals:
    void received();
};

} // namespace tutti::main

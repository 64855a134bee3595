#pragma once

#include "app/main/Backend.h"

#include <QObject>

namespace tutti::main {

/// Serves one lesson without a window: opens the room, starts the lesson, prints one JSON line on
/// stdout when tablets may come, and ends the lesson when the system asks the program to end.
/// Everything for people goes to stderr.
/// Thread: main.
class Headless final : public QObject {
    Q_OBJECT

public:
    explicit Headless(Backend& backend);
    /// Opens the room in the loop's first turn.
    void start();
    void stop();

private:
    void sayReady(const NetworkStatus& status);
    void fail(const Error& error);

    Backend& m_backend;
    bool m_ready = false;
};

} // namespace tutti::main

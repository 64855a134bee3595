#pragma once

#include <QString>

#include <memory>

namespace tutti::main {

/// Asks the system not to fall asleep, and to keep the display on, while nobody touches the laptop. A closed lid and an
/// empty battery still win. The wish ends with this object, and with the process however it ends.
/// Thread: GUI, which it never makes wait. Where the system takes no such wish, isHeld() stays false and nothing else
/// happens.
class SleepInhibitor final {
public:
    SleepInhibitor();
    ~SleepInhibitor();
    SleepInhibitor(const SleepInhibitor&) = delete;
    SleepInhibitor& operator=(const SleepInhibitor&) = delete;

    /// `reason`: one sentence the system may show. Does nothing while a wish stands.
    void hold(const QString& reason);
    void release();
    /// Whether the system granted the wish; may come a moment after hold().
    bool isHeld() const;

private:
    struct System;
    std::unique_ptr<System> m_system;
};

} // namespace tutti::main

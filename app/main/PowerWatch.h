#pragma once

#include "app/main/LowBattery.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace tutti::main {

/// Notices when the laptop's battery runs out. The system is asked twice a minute, on a pool thread, because some
/// batteries answer slowly and a stalled window would be worse than a late warning.
/// Thread: the one it is made on.
class PowerWatch final : public QObject {
    Q_OBJECT

public:
    /// `read` is called on a pool thread.
    explicit PowerWatch(std::function<PowerState()> read = readPower, QObject* parent = nullptr);

    /// Looks at once, and then goes on looking.
    void start();
    /// One look between the regular ones; does nothing while one is under way.
    void look();

signals:
    /// When the battery in use falls to 15 % or less, and once more at 10 % and at 5 %. Also at the start, if it is there
    /// already.
    void low(int percent);
    /// Once after low(): it charges, or has more than 20 % again.
    void recovered();

private:
    void seen(const PowerState& state);

    std::function<PowerState()> m_read;
    LowBattery m_battery;
    bool m_isLooking = false;
    QTimer m_timer;
};

} // namespace tutti::main

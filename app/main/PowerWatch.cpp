#include "app/main/PowerWatch.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace tutti::main {
namespace {

constexpr std::chrono::seconds kInterval{30};

} // namespace

PowerWatch::PowerWatch(std::function<PowerState()> read, QObject* parent)
    : QObject(parent)
    , m_read(std::move(read))
    , m_timer(this)
{
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &PowerWatch::look);
}

void PowerWatch::start()
{
    m_timer.start();
    look();
}

void PowerWatch::look()
{
    if (std::exchange(m_isLooking, true)) {
        return;
    }
    QThreadPool::globalInstance()->start([watch = QPointer{this}, read = m_read] {
        const PowerState state = read();
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [watch, state] {
                if (watch) {
                    watch->seen(state);
                }
            },
            Qt::QueuedConnection);
    });
}

void PowerWatch::seen(const PowerState& state)
{
    m_isLooking = false;
    switch (m_battery.judge(state)) {
    case LowBattery::Change::None:
        break;
    case LowBattery::Change::Low:
        emit low(*state.percent);
        break;
    case LowBattery::Change::Recovered:
        emit recovered();
        break;
    }
}

} // namespace tutti::main

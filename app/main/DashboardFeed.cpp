#include "app/main/DashboardFeed.h"

#include <utility>

namespace tutti::main {
namespace {

constexpr std::chrono::milliseconds kPause{34};

} // namespace

DashboardFeed::DashboardFeed(QObject* parent)
    : QObject(parent)
    , m_pause(this)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    // A coarse timer may come early.
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (!m_waiting.empty()) {
            pass();
        }
    });
}

void DashboardFeed::add(const Batch& batch)
{
    m_waiting.insert(m_waiting.end(), batch.begin(), batch.end());
    if (!m_pause.isActive()) {
        pass();
    }
}

void DashboardFeed::pass()
{
    m_pause.start();
    emit merged(std::exchange(m_waiting, {}));
}

} // namespace tutti::main

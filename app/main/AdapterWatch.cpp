#include "app/main/AdapterWatch.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace tutti::main {
namespace {

constexpr std::chrono::seconds kInterval{3};

} // namespace

AdapterWatch::AdapterWatch(net::NetworkAdapters adapters, QObject* parent)
    : QObject(parent)
    , m_adapters(std::move(adapters))
    , m_last(m_adapters.ranked())
    , m_timer(this)
{
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &AdapterWatch::look);
}

void AdapterWatch::start()
{
    m_timer.start();
}

void AdapterWatch::look()
{
    QThreadPool::globalInstance()->start([watch = QPointer{this}, adapters = m_adapters] {
        auto found = adapters.ranked();
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [watch, found = std::move(found)] {
                if (watch) {
                    watch->seen(found);
                }
            },
            Qt::QueuedConnection);
    });
}

void AdapterWatch::seen(const std::vector<NetworkAdapter>& adapters)
{
    if (std::exchange(m_last, adapters) != adapters) {
        emit changed(adapters);
    }
}

} // namespace tutti::main

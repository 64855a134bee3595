#include "midi/LaptopClick.h"

#include "midi/QtAudioOut.h"

#include <QAudioDevice>
#include <QMediaDevices>

#include <algorithm>
#include <utility>

namespace tutti::midi {

LaptopClick::LaptopClick(const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_worker(new LaptopClickWorker([this] { return std::make_unique<QtAudioOut>(m_clock); },
                                     m_latest, QtAudioOut::kFramesPerSecond))
{
    m_thread.setObjectName(QStringLiteral("audio"));
    m_worker->moveToThread(&m_thread);
    connect(m_worker, &LaptopClickWorker::available, this, &LaptopClick::available);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
}

LaptopClick::~LaptopClick()
{
    m_thread.quit();
    m_thread.wait();
    if (!m_thread.isFinished()) {
        delete m_worker;
    }
}

void LaptopClick::start()
{
    if (m_thread.isRunning()) {
        return;
    }
    m_thread.start(QThread::TimeCriticalPriority);
    QMetaObject::invokeMethod(m_worker, [this] {
        m_worker->start();
        followDevices();
    });
}

void LaptopClick::followDevices()
{
    auto* devices = new QMediaDevices(m_worker);
    const auto changed = [worker = m_worker,
                          last = QMediaDevices::defaultAudioOutput().id()]() mutable {
        const QByteArray now = QMediaDevices::defaultAudioOutput().id();
        if (std::exchange(last, now) != now) {
            worker->start();
        }
    };
    connect(devices, &QMediaDevices::audioOutputsChanged, m_worker, changed);
}

void LaptopClick::setTimeline(const Timeline& timeline)
{
    m_plan.timeline = timeline;
    m_latest.write(m_plan);
}

void LaptopClick::setQuiet(const QuietState& quiet)
{
    const bool begins = quiet.on && !m_plan.quiet.on;
    m_plan.quiet = quiet;
    m_latest.write(m_plan);
    if (begins) {
        QMetaObject::invokeMethod(m_worker, &LaptopClickWorker::flush, Qt::QueuedConnection);
    }
}

void LaptopClick::setVolume(double volume)
{
    m_plan.volume = static_cast<float>(std::clamp(volume, 0.0, 1.0));
    m_latest.write(m_plan);
}

} // namespace tutti::midi

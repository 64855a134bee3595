#include "midi/Speakers.h"

#include "midi/BluetoothName.h"
#include "midi/QtAudioOut.h"

#include <QAudioDevice>
#include <QMediaDevices>

#include <utility>

namespace tutti::midi {
namespace {

bool isBluetooth(const QAudioDevice& device)
{
    return looksBluetooth(QString::fromUtf8(device.id()), device.description());
}

} // namespace

SpeakerParts systemSpeakerParts(const Clock& clock)
{
    return {[&clock] { return std::make_unique<QtAudioOut>(clock); }, SoundFontSynth::kUsualFont,
            true};
}

Speakers::Speakers(SpeakerParts parts, QObject* parent)
    : QObject(parent)
    , m_followsSystem(parts.followsSystem)
    , m_worker(new SpeakersWorker(std::move(parts.makeOutput), std::move(parts.soundFont), m_feed,
                                  QtAudioOut::kFramesPerSecond))
{
    m_thread.setObjectName(QStringLiteral("audio"));
    m_worker->moveToThread(&m_thread);
    connect(m_worker, &SpeakersWorker::available, this, &Speakers::available);
    connect(m_worker, &SpeakersWorker::synthLoaded, this, &Speakers::synthLoaded);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
}

Speakers::~Speakers()
{
    const bool ran = m_thread.isRunning();
    m_thread.quit();
    m_thread.wait();
    if (!ran) {
        delete m_worker;
    }
}

void Speakers::start()
{
    if (m_thread.isRunning()) {
        return;
    }
    m_thread.start(QThread::TimeCriticalPriority);
    QMetaObject::invokeMethod(m_worker, [this] {
        m_worker->start();
        if (m_followsSystem) {
            followDevices();
        }
    });
}

void Speakers::followDevices()
{
    auto* devices = new QMediaDevices(m_worker);
    const auto changed = [this, last = QMediaDevices::defaultAudioOutput().id()]() mutable {
        const QAudioDevice now = QMediaDevices::defaultAudioOutput();
        if (std::exchange(last, now.id()) != now.id()) {
            m_worker->start();
            emit bluetooth(isBluetooth(now));
        }
    };
    connect(devices, &QMediaDevices::audioOutputsChanged, m_worker, changed);
    emit bluetooth(isBluetooth(QMediaDevices::defaultAudioOutput()));
}

void Speakers::setTimeline(const Timeline& timeline)
{
    m_plan.timeline = timeline;
    m_feed.plan.write(m_plan);
}

void Speakers::setQuiet(const QuietState& quiet)
{
    const bool begins = quietBegins(m_plan.quiet, quiet);
    m_plan.quiet = quiet;
    m_feed.plan.write(m_plan);
    if (begins) {
        QMetaObject::invokeMethod(m_worker, &SpeakersWorker::flush, Qt::QueuedConnection);
    }
}

void Speakers::setChoice(const SoundChoice& choice)
{
    m_feed.choice.write(choice);
}

} // namespace tutti::midi

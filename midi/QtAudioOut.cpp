#include "midi/QtAudioOut.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QIODevice>
#include <QMediaDevices>

#include <algorithm>
#include <utility>

namespace tutti::midi {

namespace {

constexpr int kBytesPerFrame = 4;
/// Below 100 ms Qt's sink falls silent for ever or stutters ; 145 ms is its own
/// choice.
constexpr int kFirstBufferMillis = 145;
constexpr int kLargestBufferMillis = 600;
constexpr std::chrono::milliseconds kStalled{500};
/// A fresh device may take two seconds before it asks again.
constexpr std::chrono::seconds kGrace{3};
constexpr int kWatchMillis = 250;

QAudioFormat wantedFormat()
{
    QAudioFormat format;
    format.setSampleRate(QtAudioOut::kFramesPerSecond);
    format.setChannelCount(2);
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

} // namespace

/// What QAudioSink pulls from: endless, never short.
class RenderDevice final : public QIODevice {
public:
    explicit RenderDevice(QtAudioOut& out)
        : m_out(out)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return qint64{1} << 30; }

protected:
    qint64 readData(char* bytes, qint64 size) override
    {
        const qint64 whole = size / kBytesPerFrame * kBytesPerFrame;
        m_out.fill({reinterpret_cast<std::int16_t*>(bytes),
                    static_cast<std::size_t>(whole) / sizeof(std::int16_t)});
        return whole;
    }
    qint64 writeData(const char* /*bytes*/, qint64 /*size*/) override { return -1; }

private:
    QtAudioOut& m_out;
};

QtAudioOut::QtAudioOut(const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_watchdog(this)
    , m_bufferMillis(kFirstBufferMillis)
{
    m_watchdog.setInterval(kWatchMillis);
    connect(&m_watchdog, &QTimer::timeout, this, &QtAudioOut::watch);
}

QtAudioOut::~QtAudioOut()
{
    stop();
}

Result<void> QtAudioOut::start(RenderBlock render)
{
    stop();
    m_render = std::move(render);
    m_bufferMillis = kFirstBufferMillis;
    return open().map([this] { m_watchdog.start(); });
}

Result<void> QtAudioOut::open()
{
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull()) {
        return tl::unexpected{Error{ErrorCode::NoAudioDevice, {}}};
    }
    if (!device.isFormatSupported(wantedFormat())) {
        return tl::unexpected{Error{ErrorCode::NoAudioDevice, device.description().toStdString()}};
    }
    m_source = std::make_unique<RenderDevice>(*this);
    m_sink = std::make_unique<QAudioSink>(device, wantedFormat());
    m_sink->setBufferSize(qsizetype{kFramesPerSecond} * kBytesPerFrame * m_bufferMillis / 1000);
    begin();
    if (m_sink->error() != QAudio::NoError) {
        release();
        return tl::unexpected{Error{ErrorCode::NoAudioDevice, device.description().toStdString()}};
    }
    return {};
}

void QtAudioOut::begin()
{
    m_given = 0;
    m_heard = 0;
    m_frameClock.reset();
    m_startedAt = m_clock.now();
    m_readAt = m_startedAt;
    m_sink->start(m_source.get());
}

void QtAudioOut::stop()
{
    m_watchdog.stop();
    m_isLost = false;
    release();
}

void QtAudioOut::release()
{
    if (m_sink) {
        m_sink->stop();
    }
    m_sink.reset();
    m_source.reset();
}

void QtAudioOut::flush()
{
    if (m_sink) {
        m_sink->reset();
        begin();
    }
}

std::int64_t QtAudioOut::waitingFrames() const
{
    return std::max<std::int64_t>(0, m_sink->bufferSize() - m_sink->bytesFree()) / kBytesPerFrame;
}

void QtAudioOut::learn(ServerTime now)
{
    // Time 0 is not start(): only what the device has really taken says when sound is heard.
    const std::int64_t heard = m_given - waitingFrames();
    if (heard > m_heard) {
        m_heard = heard;
        m_frameClock.add(heard, now);
    }
}

void QtAudioOut::fill(std::span<std::int16_t> samples)
{
    const ServerTime now = m_clock.now();
    m_readAt = now;
    learn(now);
    const auto waiting =
        std::chrono::nanoseconds{waitingFrames() * 1'000'000'000 / kFramesPerSecond};
    m_render(samples, m_frameClock.timeOf(m_given).value_or(now + waiting), kFramesPerSecond);
    m_given += static_cast<std::int64_t>(samples.size()) / 2;
}

void QtAudioOut::watch()
{
    // state() says "active" even when the device has stopped asking.
    const ServerTime now = m_clock.now();
    if (now - m_readAt < kStalled || now - m_startedAt < kGrace) {
        return;
    }
    m_bufferMillis = std::min(m_bufferMillis * 2, kLargestBufferMillis);
    release();
    m_startedAt = now;
    const bool sounds = open().has_value();
    if (std::exchange(m_isLost, !sounds) == sounds && m_changed) {
        m_changed(sounds);
    }
}

} // namespace tutti::midi

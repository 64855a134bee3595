#pragma once

#include "app/domain/AudioOut.h"
#include "app/domain/Clock.h"
#include "midi/FrameClock.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class QAudioSink;
class QIODevice;

namespace tutti::midi {

/// The system's default sound output through Qt Multimedia. It plays from start to stop, silence
/// included, because a device may take a second to begin; a device that stops asking for sound is
/// started again with a larger buffer, for as long as it takes. Thread: made, used and destroyed on the audio thread, which
/// needs an event loop. The clock outlives it.
class QtAudioOut final : public QObject, public AudioOut {
    Q_OBJECT

public:
    static constexpr int kFramesPerSecond = 48'000;

    explicit QtAudioOut(const Clock& clock, QObject* parent = nullptr);
    ~QtAudioOut() override;

    Result<void> start(RenderBlock render) override;
    void stop() override;
    void onChange(OutputChanged changed) override { m_changed = std::move(changed); }
    void flush() override;

private:
    friend class RenderDevice;

    Result<void> open();
    void release();
    void begin();
    /// Fills what the device asked for.
    void fill(std::span<std::int16_t> samples);
    void learn(ServerTime now);
    void watch();
    std::int64_t waitingFrames() const;

    const Clock& m_clock;
    RenderBlock m_render;
    OutputChanged m_changed;
    std::unique_ptr<QIODevice> m_source;
    std::unique_ptr<QAudioSink> m_sink;
    FrameClock m_frameClock{kFramesPerSecond};
    QTimer m_watchdog;
    int m_bufferMillis;
    bool m_isLost = false;
    std::int64_t m_given = 0;
    std::int64_t m_heard = 0;
    ServerTime m_startedAt;
    ServerTime m_readAt;
};

} // namespace tutti::midi

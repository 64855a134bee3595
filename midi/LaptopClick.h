#pragma once

#include "app/domain/Clock.h"
#include "midi/LaptopClickWorker.h"

#include <QObject>
#include <QThread>

namespace tutti::midi {

/// The click from the laptop's own speakers: knows the timeline, sounds on its pulses. Without a
/// sound output the lesson goes on, and this says so; a device plugged in later is used at once.
/// Thread: one thread for all setters; signals arrive queued. The clock outlives it.
/// Owns: the audio thread.
class LaptopClick : public QObject {
    Q_OBJECT

public:
    explicit LaptopClick(const Clock& clock, QObject* parent = nullptr);
    ~LaptopClick() override;

    /// Takes the sound output; the answer is available().
    void start();

public slots:
    void setTimeline(const tutti::Timeline& timeline);
    /// Quiet silences what is already in the buffer too.
    void setQuiet(const tutti::QuietState& quiet);
    /// 0 (silent) to 1.
    void setVolume(double volume);

signals:
    /// Whether there is a sound output; after start() and whenever that changes.
    void available(bool yes);

private:
    void followDevices();

    const Clock& m_clock;
    ClickPlan m_plan;
    LatestValue<ClickPlan> m_latest;
    QThread m_thread;
    LaptopClickWorker* m_worker;
};

} // namespace tutti::midi

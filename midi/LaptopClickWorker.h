#pragma once

#include "app/domain/AudioOut.h"
#include "midi/ClickRenderer.h"
#include "midi/LatestValue.h"

#include <QObject>

#include <functional>
#include <memory>

namespace tutti::midi {

/// Makes the output once the audio thread runs.
using AudioOutFactory = std::function<std::unique_ptr<AudioOut>()>;

/// The part of the laptop's click that lives on the audio thread.
/// Owns: the output. The plan belongs to LaptopClick and outlives this.
class LaptopClickWorker : public QObject {
    Q_OBJECT

public:
    LaptopClickWorker(AudioOutFactory makeOutput, LatestValue<ClickPlan>& plan,
                      int framesPerSecond);

    /// Starts, or starts over on what is the default device now.
    void start();
    /// What is already in the device's buffer is not heard.
    void flush();

signals:
    void available(bool yes);

private:
    AudioOutFactory m_makeOutput;
    LatestValue<ClickPlan>& m_plan;
    ClickRenderer m_renderer;
    std::unique_ptr<AudioOut> m_output;
};

} // namespace tutti::midi

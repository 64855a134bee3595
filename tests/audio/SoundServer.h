#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace tutti::test {

/// A PulseAudio of its own with nothing but a null sink, and a recorder on it. Both end with this object.
/// Everything that plays afterwards in this process plays here: the runtime folder is set in its environment.
class SoundServer {
public:
    static constexpr int kFramesPerSecond = 48'000;

    /// Whether server and recorder run.
    bool start();
    ~SoundServer();

    /// Interleaved stereo recorded so far.
    std::vector<std::int16_t> recorded();

private:
    bool startServer();
    bool startRecorder();

    QTemporaryDir m_folder;
    QProcess m_server;
    QProcess m_recorder;
    QByteArray m_bytes;
};

} // namespace tutti::test

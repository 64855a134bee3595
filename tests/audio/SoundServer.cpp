#include "tests/audio/SoundServer.h"

#include <QFile>
#include <QTest>

#include <cstring>

namespace tutti::test {
namespace {

constexpr int kStopMillis = 5000;

void end(QProcess& process)
{
    if (process.state() == QProcess::NotRunning) {
        return;
    }
    process.terminate();
    if (!process.waitForFinished(kStopMillis)) {
        process.kill();
        process.waitForFinished(kStopMillis);
    }
}

} // namespace

bool SoundServer::start()
{
    return m_folder.isValid() && startServer() && startRecorder();
}

SoundServer::~SoundServer()
{
    end(m_recorder);
    end(m_server);
}

bool SoundServer::startServer()
{
    // Without these two lines streams are resampled from 44.1 kHz and times smear.
    QFile config{m_folder.filePath(QStringLiteral("daemon.conf"))};
    if (!config.open(QIODevice::WriteOnly)) {
        return false;
    }
    config.write("default-sample-rate = 48000\navoid-resampling = yes\n");
    config.close();
    qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit());
    qputenv("PULSE_CONFIG", config.fileName().toLocal8Bit());
    qputenv("PULSE_COOKIE", m_folder.filePath(QStringLiteral("cookie")).toLocal8Bit());
    qputenv("HOME", m_folder.path().toLocal8Bit());
    const QString socket = m_folder.filePath(QStringLiteral("pulse/native"));
    m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server.start(
        QStringLiteral("pulseaudio"),
        {QStringLiteral("-n"), QStringLiteral("--daemonize=no"),
         QStringLiteral("--exit-idle-time=-1"), QStringLiteral("--high-priority=no"),
         QStringLiteral("--realtime=no"), QStringLiteral("--log-level=error"), QStringLiteral("-L"),
         QStringLiteral("module-native-protocol-unix"), QStringLiteral("-L"),
         QStringLiteral("module-null-sink sink_name=tutti rate=48000 format=s16le channels=2")});
    return m_server.waitForStarted() &&
           QTest::qWaitFor([&] { return QFile::exists(socket); }, 10'000);
}

bool SoundServer::startRecorder()
{
    m_recorder.start(QStringLiteral("parec"),
                     {QStringLiteral("-d"), QStringLiteral("tutti.monitor"),
                      QStringLiteral("--format=s16le"), QStringLiteral("--rate=48000"),
                      QStringLiteral("--channels=2"), QStringLiteral("--latency-msec=10")});
    return m_recorder.waitForStarted() &&
           QTest::qWaitFor([&] { return m_recorder.bytesAvailable() > 0; }, 10'000);
}

std::vector<std::int16_t> SoundServer::recorded()
{
    m_bytes += m_recorder.readAllStandardOutput();
    std::vector<std::int16_t> samples(static_cast<std::size_t>(m_bytes.size() / 4) * 2);
    std::memcpy(samples.data(), m_bytes.constData(), samples.size() * sizeof(std::int16_t));
    return samples;
}

} // namespace tutti::test

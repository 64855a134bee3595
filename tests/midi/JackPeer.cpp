#include "tests/midi/JackPeer.h"

#include <QCoreApplication>

namespace tutti::test {
namespace {

constexpr int kStopMillis = 5000;

} // namespace

JackPeer::JackPeer(Kind kind)
{
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/midi_jack_peer"),
                    {kind == Kind::Synth ? QStringLiteral("listen") : QStringLiteral("play")});
    m_isReady = m_process.waitForReadyRead(10'000) && m_process.readLine() == "ready\n";
}

JackPeer::~JackPeer()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(kStopMillis)) {
        // It may not get away from a dead server by itself.
        m_process.kill();
        m_process.waitForFinished(kStopMillis);
    }
}

const MidiMessages& JackPeer::messages()
{
    while (m_process.canReadLine()) {
        std::vector<std::uint8_t> message;
        for (const QByteArray& byte : m_process.readLine().simplified().split(' ')) {
            message.push_back(static_cast<std::uint8_t>(byte.toInt(nullptr, 16)));
        }
        m_messages.push_back(std::move(message));
    }
    return m_messages;
}

std::pair<int, int> JackPeer::notes()
{
    int begun = 0;
    int open = 0;
    for (const auto& message : messages()) {
        const bool begins = message[0] == 0x99;
        begun += begins ? 1 : 0;
        open += begins ? 1 : (message[0] == 0x89 ? -1 : 0);
    }
    return {begun, open};
}

void JackPeer::play(const std::vector<std::uint8_t>& message)
{
    for (const std::uint8_t byte : message) {
        m_process.write(QByteArray::number(byte, 16) + ' ');
    }
    m_process.write("\n");
}

} // namespace tutti::test

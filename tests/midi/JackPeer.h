#pragma once

#include <QProcess>

#include <cstdint>
#include <utility>
#include <vector>

namespace tutti::test {

using MidiMessages = std::vector<std::vector<std::uint8_t>>;

/// Another program on the JACK server of this process, with one MIDI port: a synthesiser that
/// listens ("Far:synth"), or a keyboard that plays ("Near:keys"). Ends with this object.
class JackPeer {
public:
    enum class Kind : std::uint8_t { Synth, Keyboard };

    explicit JackPeer(Kind kind = Kind::Synth);
    ~JackPeer();

    /// Its port is there.
    bool isReady() const { return m_isReady; }
    /// All that arrived so far.
    const MidiMessages& messages();
    /// Notes that began, and how many of them have not ended.
    std::pair<int, int> notes();
    void play(const std::vector<std::uint8_t>& message);

private:
    QProcess m_process;
    bool m_isReady = false;
    MidiMessages m_messages;
};

} // namespace tutti::test

#pragma once

#include <QLibrary>

#include <atomic>
#include <cstdint>
#include <memory>

// The library's own name for it.
struct _jack_client; // NOLINT(bugprone-reserved-identifier)

namespace tutti::midi {

/// Whether a JACK server works, shared with the threads that send. Thread: any.
struct JackHealth {
    /// Without a server, or with one that died, nothing of JACK may be called.
    std::atomic<bool> isAlive{false};
    /// Counts on with every block of the server.
    std::atomic<std::uint64_t> cycles{0};
};

/// Watches for a JACK server that comes, goes or dies, through a connection without ports. RtMidi
/// does not tell: it prints when there is no server, goes on listing the ports of a dead one, and
/// waits for ever once a dead one has not taken enough messages. Looks up libjack as it runs, and
/// keeps it from printing. libjack cannot look for a new server while anything of a dead one is
/// open: that ends in a crash. Thread: the MIDI service thread.
class JackServer {
public:
    JackServer();
    ~JackServer();
    JackServer(const JackServer&) = delete;
    JackServer& operator=(const JackServer&) = delete;

    /// Looks for a server if there was none. A server that died is "no" at least once: what was
    /// opened on it is to be closed before the next look.
    bool look();
    /// That of the server found last; a later server gets its own.
    std::shared_ptr<const JackHealth> health() const { return m_health; }

private:
    void connectToServer();
    void disconnectFromServer();

    template <typename Function>
    Function* function(const char* name);

    QLibrary m_library;
    std::shared_ptr<JackHealth> m_health = std::make_shared<JackHealth>();
    _jack_client* m_client = nullptr;
};

} // namespace tutti::midi

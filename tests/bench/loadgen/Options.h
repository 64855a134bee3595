#pragma once

#include <string>
#include <vector>

namespace tutti::bench {

enum class Protocol { Phoenix, Raw };

/// What one run of the load generator is asked to do. Durations in seconds.
struct Options {
    std::string host;
    std::string port;
    std::string path;
    Protocol protocol = Protocol::Phoenix;
    std::string scenario = "jam";
    std::string label;
    int players = 30;
    int rooms = 1;
    /// How many of the players play; all of them if negative.
    int senders = -1;
    int slow = 5;
    double rate = 8;
    double seconds = 8;
    double warmup = 1;
    double drain = 3;
    double timeout = 15;
    int connectBurst = 32;
    int padBytes = 0;
    int serverProcess = 0;
    /// {room} is replaced by the room's number.
    std::string topic = "realtime:bench-{room}";
    std::string query;
    double bpm = 120;
};

/// Ends the program with a sentence and exit code 2 if an option is wrong.
Options parseOptions(const std::vector<std::string>& arguments);

} // namespace tutti::bench

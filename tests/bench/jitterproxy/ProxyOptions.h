#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tutti::bench {

/// How the proxy's network behaves. Times in milliseconds; up is from client to server.
struct ProxyOptions {
    int listenPort = 0;
    int targetPort = 0;
    std::string distribution = "gamma";
    double baseUp = 2;
    double baseDown = 2;
    double jitterUp = 3;
    double jitterDown = 3;
    /// Shape of the gamma distribution, or sigma of the log-normal one.
    double shape = 1.5;
    /// Stalls a second and connection, as power saving and retransmission make them.
    double stallRate = 0.1;
    double stallMin = 50;
    double stallMax = 200;
    double maxSeconds = 600;
    std::uint64_t seed = 1;
};

/// Ends the program with a sentence and exit code 2 if an option is wrong.
ProxyOptions parseProxyOptions(const std::vector<std::string>& arguments);

} // namespace tutti::bench

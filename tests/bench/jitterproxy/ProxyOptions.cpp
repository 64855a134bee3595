#include "tests/bench/jitterproxy/ProxyOptions.h"

#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>

namespace tutti::bench {
namespace {

[[noreturn]] void giveUp(const std::string& why)
{
    std::cerr << "jitterproxy: " << why << '\n';
    std::exit(2);
}

using Take = std::function<void(ProxyOptions&, const std::string&)>;

Take number(std::initializer_list<double ProxyOptions::*> fields)
{
    return [fields = std::vector(fields)](ProxyOptions& options, const std::string& value) {
        for (const auto field : fields) {
            options.*field = std::atof(value.c_str());
        }
    };
}

Take port(int ProxyOptions::*field)
{
    return [field](ProxyOptions& options, const std::string& value) {
        options.*field = std::atoi(value.c_str());
    };
}

const std::map<std::string, Take>& table()
{
    using O = ProxyOptions;
    static const std::map<std::string, Take> options{
        {"--listen", port(&O::listenPort)},
        {"--target", port(&O::targetPort)},
        {"--base-ms", number({&O::baseUp, &O::baseDown})},
        {"--base-up-ms", number({&O::baseUp})},
        {"--base-down-ms", number({&O::baseDown})},
        {"--jitter", [](O& o, const std::string& value) { o.distribution = value; }},
        {"--jitter-ms", number({&O::jitterUp, &O::jitterDown})},
        {"--jitter-up-ms", number({&O::jitterUp})},
        {"--jitter-down-ms", number({&O::jitterDown})},
        {"--shape", number({&O::shape})},
        {"--stall-rate", number({&O::stallRate})},
        {"--stall-min-ms", number({&O::stallMin})},
        {"--stall-max-ms", number({&O::stallMax})},
        {"--max-secs", number({&O::maxSeconds})},
        {"--seed", [](O& o, const std::string& value) { o.seed = std::stoull(value); }},
    };
    return options;
}

} // namespace

ProxyOptions parseProxyOptions(const std::vector<std::string>& arguments)
{
    ProxyOptions options;
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        const auto known = table().find(arguments[i]);
        if (known == table().end() || i + 1 == arguments.size()) {
            giveUp("unknown option, or one without its value: " + arguments[i]);
        }
        known->second(options, arguments[i + 1]);
    }
    if (options.targetPort <= 0 || options.listenPort < 0) {
        giveUp("--target PORT is needed; --listen 0 takes a free port");
    }
    return options;
}

} // namespace tutti::bench

#include "tests/bench/loadgen/Options.h"

#include <charconv>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <set>

namespace tutti::bench {
namespace {

constexpr int kMaxPlayers = 10'000;
constexpr double kMaxSeconds = 600;
constexpr double kMaxRate = 5000;

[[noreturn]] void giveUp(const std::string& why)
{
    std::cerr << "loadgen: " << why << '\n';
    std::exit(2);
}

void takeUrl(Options& options, const std::string& url)
{
    const std::string scheme = "ws://";
    const auto slash = url.find_first_of("/?", scheme.size());
    const std::string address =
        url.substr(0, slash).substr(url.starts_with(scheme) ? scheme.size() : 0);
    const auto colon = address.rfind(':');
    if (!url.starts_with(scheme) || colon == std::string::npos) {
        giveUp("--url needs ws://HOST:PORT/PATH");
    }
    options.host = address.substr(0, colon);
    options.port = address.substr(colon + 1);
    options.path = slash == std::string::npos ? "/" : url.substr(slash);
}

using Take = std::function<void(Options&, const std::string&)>;

template <typename Number>
Take number(Number Options::*field)
{
    return [field](Options& o, const std::string& value) {
        const char* last = value.data() + value.size();
        const auto [end, error] = std::from_chars(value.data(), last, o.*field);
        if (error != std::errc{} || end != last) {
            giveUp("no number, or not a whole one: " + value);
        }
    };
}

Take text(std::string Options::*field)
{
    return [field](Options& o, const std::string& value) { o.*field = value; };
}

void takeProtocol(Options& options, const std::string& name)
{
    if (name != "phoenix" && name != "raw") {
        giveUp("--proto is phoenix or raw");
    }
    options.protocol = name == "raw" ? Protocol::Raw : Protocol::Phoenix;
}

void takeScenario(Options& options, const std::string& name)
{
    static const std::set<std::string> known{"jam", "slow", "joinstorm", "beats"};
    if (!known.contains(name)) {
        giveUp("--scenario is jam, slow, joinstorm or beats");
    }
    options.scenario = name;
}

const std::map<std::string, Take>& table()
{
    static const std::map<std::string, Take> options{
        {"--url", takeUrl},
        {"--proto", takeProtocol},
        {"--scenario", takeScenario},
        {"--label", text(&Options::label)},
        {"--topic", text(&Options::topic)},
        {"--query", text(&Options::query)},
        {"--n", number(&Options::players)},
        {"--rooms", number(&Options::rooms)},
        {"--senders", number(&Options::senders)},
        {"--slow", number(&Options::slow)},
        {"--connect-burst", number(&Options::connectBurst)},
        {"--pad", number(&Options::padBytes)},
        {"--server-pid", number(&Options::serverProcess)},
        {"--rate", number(&Options::rate)},
        {"--secs", number(&Options::seconds)},
        {"--warmup", number(&Options::warmup)},
        {"--drain", number(&Options::drain)},
        {"--timeout", number(&Options::timeout)},
        {"--bpm", number(&Options::bpm)},
    };
    return options;
}

} // namespace

Options parseOptions(const std::vector<std::string>& arguments)
{
    Options options;
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        const auto known = table().find(arguments[i]);
        if (known == table().end()) {
            giveUp("unknown option " + arguments[i]);
        }
        if (i + 1 == arguments.size()) {
            giveUp(arguments[i] + " needs a value");
        }
        known->second(options, arguments[i + 1]);
    }
    if (options.host.empty()) {
        giveUp("--url is needed");
    }
    if (options.players < 1 || options.rooms < 1 || options.players * options.rooms > kMaxPlayers ||
        options.seconds > kMaxSeconds || options.seconds <= 0 || options.bpm <= 0 ||
        options.rate <= 0 || options.rate > kMaxRate) {
        giveUp("out of bounds");
    }
    return options;
}

} // namespace tutti::bench

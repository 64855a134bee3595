#include "tests/bench/loadgen/Scenarios.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <set>

namespace tutti::bench {
namespace {

double seconds(Nanos from, Nanos to)
{
    return std::max(static_cast<double>(to - from) / static_cast<double>(kSecond), 1e-9);
}

/// What the figures cost and what else went on; without it no figure is to be believed.
JsonWriter& addControl(JsonWriter& json, const Stretch& s)
{
    const double wall = seconds(s.started, s.ended);
    const double serverCpu = s.after.cpuSeconds - s.before.cpuSeconds;
    const double other = std::max(0.0, s.machine.busySeconds - s.ownCpu - serverCpu);
    return json.number("server_cpu_share", serverCpu / wall)
        .number("server_cpu_s", serverCpu, 4)
        .number("server_rss_peak_kb", s.after.peakKb, 0)
        .number("loadgen_cpu_share", s.ownCpu / wall)
        .number("other_cpu_share", other / wall)
        .number("stolen_cpu_share", s.machine.stolenSeconds / wall);
}

std::string stretchJson(const Stretch& s)
{
    const double delivered = std::max(1.0, static_cast<double>(s.delivered));
    const double serverCpu = s.after.cpuSeconds - s.before.cpuSeconds;
    JsonWriter json;
    for (const auto& [name, count] : {std::pair{"sent", s.sent},
                                      {"expected", s.expected},
                                      {"delivered", s.delivered},
                                      {"lost", s.expected - std::min(s.expected, s.delivered)},
                                      {"duplicated", s.duplicated},
                                      {"out_of_order", s.outOfOrder},
                                      {"self_echo", s.echoed},
                                      {"cross_room", s.crossRoom},
                                      {"unknown", s.unknown}}) {
        json.number(name, static_cast<double>(count), 0);
    }
    json.number("deliveries_per_s",
                static_cast<double>(s.delivered) /
                    seconds(s.started, std::max(s.lastDelivery, s.started)),
                1)
        .raw("latency_ms", s.latency.json())
        .raw("send_lateness_ms", s.lateness.json())
        .number("server_cpu_us_per_delivery", serverCpu * 1e6 / delivered);
    return addControl(json, s).done();
}

bool allJoined(const Orchestra& orchestra)
{
    if (!orchestra.complete()) {
        std::cerr << "loadgen: not all joined: " << orchestra.firstFailure() << '\n';
    }
    return orchestra.complete();
}

Outcome jam(const Options& options, Orchestra& orchestra, JsonWriter& report)
{
    orchestra.seat(0, options.connectBurst);
    report.raw("setup", orchestra.setupJson());
    if (!allJoined(orchestra)) {
        return Outcome::NotAllJoined;
    }
    Stretch warm;
    orchestra.play(warm, std::min(options.rate, 2.0), options.warmup);
    Stretch stretch;
    orchestra.play(stretch, options.rate, options.seconds);
    report.raw("result", stretchJson(stretch)).number("disconnects", orchestra.healthyDropped(), 0);
    return Outcome::Done;
}

Outcome slow(const Options& options, Orchestra& orchestra, JsonWriter& report)
{
    orchestra.seat(options.slow, options.connectBurst);
    report.raw("setup", orchestra.setupJson());
    if (!allJoined(orchestra)) {
        return Outcome::NotAllJoined;
    }
    Stretch before;
    orchestra.play(before, options.rate, std::max(2.0, options.seconds / 4));
    orchestra.stallSlow(true);
    Stretch during;
    orchestra.play(during, options.rate, options.seconds);
    const int droppedWhile = orchestra.slowDropped();
    orchestra.stallSlow(false);
    orchestra.listen(2.0);
    report.raw("before", stretchJson(before))
        .raw("result", stretchJson(during))
        .number("rss_growth_kb", during.highestKb - before.after.residentKb, 0)
        .number("payload_bytes_per_slow_client",
                static_cast<double>(during.bytes) / std::max(1, options.players), 0)
        .number("slow_dropped_while_stalled", droppedWhile, 0)
        .number("slow_dropped_seen_after_resume", orchestra.slowDropped(), 0)
        .number("disconnects", orchestra.healthyDropped(), 0);
    return Outcome::Done;
}

Outcome joinStorm(Orchestra& orchestra, JsonWriter& report)
{
    Stretch stretch;
    orchestra.measure(stretch, [&] {
        orchestra.seat(0, 0);
        orchestra.listen(1.0); // also makes it long enough for the ticks of the machine's CPU use
    });
    report.raw("setup", orchestra.setupJson());
    JsonWriter control;
    report.raw("result", addControl(control, stretch).done());
    return allJoined(orchestra) ? Outcome::Done : Outcome::NotAllJoined;
}

struct HeardBeat {
    std::int64_t index = 0;
    Nanos at = 0;
};

/// Deviation of arrivals from a grid of the nominal period through their median.
std::string gridJson(const std::vector<HeardBeat>& beats, double bpm)
{
    std::vector<double> off;
    std::set<std::int64_t> indices;
    for (const HeardBeat& beat : beats) {
        indices.insert(beat.index);
        off.push_back(static_cast<double>(beat.at - beats.front().at) -
                      60e9 / bpm * static_cast<double>(beat.index - beats.front().index));
    }
    std::vector<double> sorted = off;
    std::sort(sorted.begin(), sorted.end());
    const double middle = sorted[sorted.size() / 2];
    Histogram deviation;
    for (const double each : off) {
        deviation.add(static_cast<Nanos>(std::fabs(each - middle)));
    }
    const std::int64_t span = *indices.rbegin() - *indices.begin() + 1;
    return JsonWriter{}
        .number("messages", static_cast<double>(off.size()), 0)
        .number("beats", static_cast<double>(indices.size()), 0)
        .number("missed", static_cast<double>(span) - static_cast<double>(indices.size()), 0)
        .raw("deviation_ms", deviation.json())
        .done();
}

Outcome beats(const Options& options, Orchestra& orchestra, JsonWriter& report)
{
    std::vector<HeardBeat> heard;
    orchestra.onOther = [&](int, std::string_view frame, Nanos at) {
        if (const auto index = Dialect::beatIn(frame)) {
            heard.push_back({*index, at});
        }
    };
    orchestra.seat(0, options.connectBurst);
    report.raw("setup", orchestra.setupJson());
    if (!allJoined(orchestra)) {
        return Outcome::NotAllJoined;
    }
    orchestra.listen(options.warmup);
    heard.clear();
    Stretch stretch;
    orchestra.measure(stretch, [&] { orchestra.listen(options.seconds); });
    JsonWriter control;
    report.raw("result", addControl(control, stretch).done());
    if (heard.empty()) {
        std::cerr << "loadgen: no beat was heard\n";
        return Outcome::NoBeat;
    }
    report.raw("beats", gridJson(heard, options.bpm))
        .number("disconnects", orchestra.healthyDropped(), 0);
    return Outcome::Done;
}

} // namespace

Outcome runScenario(const Options& options, JsonWriter& report)
{
    Orchestra orchestra{options};
    if (options.scenario == "slow") {
        return slow(options, orchestra, report);
    }
    if (options.scenario == "joinstorm") {
        return joinStorm(orchestra, report);
    }
    if (options.scenario == "beats") {
        return beats(options, orchestra, report);
    }
    return jam(options, orchestra, report);
}

} // namespace tutti::bench

#include "tests/bench/loadgen/Scenarios.h"

#include <iostream>

// One scenario against one server; the result is one JSON object on stdout.
int main(int argc, char** argv)
{
    using namespace tutti::bench;
    const Options options = parseOptions({argv + 1, argv + argc});
    JsonWriter report;
    report.text("label", options.label).text("scenario", options.scenario);
    const Outcome outcome = runScenario(options, report);
    report.number("exit_code", static_cast<int>(outcome), 0);
    std::cout << report.done() << '\n';
    return static_cast<int>(outcome);
}

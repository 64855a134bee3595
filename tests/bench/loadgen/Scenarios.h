#pragma once

#include "tests/bench/loadgen/JsonWriter.h"
#include "tests/bench/loadgen/Orchestra.h"

namespace tutti::bench {

/// What a scenario returns to the shell.
enum class Outcome { Done = 0, NotAllJoined = 3, NoBeat = 4 };

Outcome runScenario(const Options& options, JsonWriter& report);

} // namespace tutti::bench

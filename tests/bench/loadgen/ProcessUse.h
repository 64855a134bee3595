#pragma once

#include <vector>

namespace tutti::bench {

/// What a set of processes has used so far: CPU seconds, resident and highest resident KiB.
struct ProcessUse {
    double cpuSeconds = 0;
    double residentKb = 0;
    double peakKb = 0;
};

/// The process and all its descendants: a server may be started through a shell.
std::vector<int> processTree(int root);
ProcessUse useOf(const std::vector<int>& processes);
/// CPU seconds of this program.
double ownCpuSeconds();
/// CPU seconds of the whole machine: what ran on it, and what its host gave to others.
struct MachineUse {
    double busySeconds = 0;
    double stolenSeconds = 0;
};
MachineUse machineUse();

} // namespace tutti::bench

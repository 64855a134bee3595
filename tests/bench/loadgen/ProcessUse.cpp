#include "tests/bench/loadgen/ProcessUse.h"

#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <time.h>
#include <unistd.h>

namespace tutti::bench {
namespace {

namespace fs = std::filesystem;

std::string contentOf(const fs::path& path)
{
    std::ifstream file{path};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<int> numberedFolders(const fs::path& path)
{
    std::vector<int> numbers;
    std::error_code gone;
    for (const auto& entry : fs::directory_iterator{path, gone}) {
        const std::string name = entry.path().filename();
        int number = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
        if (error == std::errc{} && end == name.data() + name.size()) {
            numbers.push_back(number);
        }
    }
    return numbers;
}

fs::path procOf(int process)
{
    return fs::path{"/proc"} / std::to_string(process);
}

double statusKb(const std::string& status, const std::string& key)
{
    const auto found = status.find(key);
    return found == std::string::npos ? 0.0 : std::stod(status.substr(found + key.size()));
}

} // namespace

std::vector<int> processTree(int root)
{
    std::map<int, std::vector<int>> children;
    for (const int process : numberedFolders("/proc")) {
        const std::string stat = contentOf(procOf(process) / "stat");
        const auto nameEnd = stat.rfind(')');
        if (nameEnd != std::string::npos) {
            std::istringstream rest{stat.substr(nameEnd + 1)};
            std::string state;
            int parent = 0;
            rest >> state >> parent;
            children[parent].push_back(process);
        }
    }
    std::vector<int> tree{root};
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const auto& below = children[tree[i]];
        tree.insert(tree.end(), below.begin(), below.end());
    }
    return tree;
}

ProcessUse useOf(const std::vector<int>& processes)
{
    ProcessUse use;
    for (const int process : processes) {
        const std::string status = contentOf(procOf(process) / "status");
        use.residentKb += statusKb(status, "VmRSS:");
        use.peakKb += statusKb(status, "VmHWM:");
        for (const int task : numberedFolders(procOf(process) / "task")) {
            std::istringstream line{
                contentOf(procOf(process) / "task" / std::to_string(task) / "schedstat")};
            double nanos = 0;
            line >> nanos;
            use.cpuSeconds += nanos / 1e9;
        }
    }
    return use;
}

double ownCpuSeconds()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

MachineUse machineUse()
{
    // proc(5): user nice system idle iowait irq softirq steal
    constexpr std::array isBusy{true, true, true, false, false, true, true};
    const auto ticksPerSecond = static_cast<double>(sysconf(_SC_CLK_TCK));
    std::istringstream line{contentOf("/proc/stat")};
    std::string name;
    line >> name;
    MachineUse use;
    double ticks = 0;
    for (const bool busy : isBusy) {
        line >> ticks;
        use.busySeconds += busy ? ticks / ticksPerSecond : 0;
    }
    line >> ticks;
    use.stolenSeconds = ticks / ticksPerSecond;
    return use;
}

} // namespace tutti::bench

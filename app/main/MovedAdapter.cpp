#include "app/main/MovedAdapter.h"

#include <algorithm>

namespace tutti::main {
namespace {

const NetworkAdapter* named(const std::vector<NetworkAdapter>& adapters, const std::string& name)
{
    const auto found =
        std::find_if(adapters.begin(), adapters.end(),
                     [&](const NetworkAdapter& adapter) { return adapter.name == name; });
    return found == adapters.end() ? nullptr : &*found;
}

} // namespace

bool hasMoved(const NetworkStatus& open, const std::vector<NetworkAdapter>& adapters)
{
    const NetworkAdapter* now = open.listening ? named(adapters, open.adapter) : nullptr;
    // The address is the beginning of what tablets type: ADDRESS:PORT.
    return now && open.address.rfind(now->address + ":", 0) != 0;
}

} // namespace tutti::main

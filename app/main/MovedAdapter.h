#pragma once

#include "app/domain/NetworkStatus.h"

#include <string>
#include <vector>

namespace tutti::main {

/// Whether the adapter the room is open on has another address now, as after joining a Wi-Fi again. An adapter that is gone has
/// not moved: tablets wait for it to come back. Pure.
bool hasMoved(const NetworkStatus& open, const std::vector<NetworkAdapter>& adapters);

} // namespace tutti::main

#pragma once

#include "server/net/NetworkAdapters.h"

#include <vector>

namespace tutti::net {

/// Every IPv4 address this machine has now. Nothing is sent.
std::vector<InterfaceAddress> systemInterfaces();

} // namespace tutti::net

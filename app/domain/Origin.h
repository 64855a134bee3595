#pragma once

#include "app/domain/Ids.h"

#include <string>

namespace tutti {

/// Who sent a command, so that a notice finds its way back. No peer: the dashboard or the rules themselves.
struct Origin {
    PeerId peer;
    /// The sender's own reference for the request, opaque; empty if there was none.
    std::string ref = {};

    friend bool operator==(const Origin&, const Origin&) = default;
};

} // namespace tutti

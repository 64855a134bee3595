#pragma once

#include "app/domain/ServerTime.h"

#include <string>
#include <vector>

namespace tutti::music {

/// Which tablets asked at the locked door lately, and from where, so that one prankster with made-up ids does not fill
/// the teacher's list. A value; time is handed in.
class DoorQueue {
public:
    /// So many of one address are shown to the teacher at once.
    static constexpr std::size_t kMaxPerAddress = 3;

    /// Whether this tablet stands in the queue now: it did already, or its address has a place left.
    bool stand(const std::string& address, const std::string& device, ServerTime now);
    /// It need not wait any more, or may not.
    void leave(const std::string& device);

private:
    struct Place {
        std::string address;
        std::string device;
        ServerTime lastAsked;
    };

    std::vector<Place> m_places;
};

} // namespace tutti::music

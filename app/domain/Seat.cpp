#include "app/domain/Seat.h"

namespace tutti {

Connection DeviceStatus::connection() const
{
    if (rttMs < 60.0 && uncertaintyMs < 10.0) {
        return Connection::Good;
    }
    return rttMs < 120.0 && uncertaintyMs < 30.0 ? Connection::Fair : Connection::Weak;
}

} // namespace tutti

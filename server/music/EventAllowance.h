#pragma once

#include "app/domain/TokenBucket.h"

#include <QHash>
#include <QString>

namespace tutti::music {

/// How often one connection may send each event of a music room. Notes are counted by the room itself, seat by seat.
/// A value; time is handed in.
class EventAllowance {
public:
    bool take(const QString& event, ServerTime now);

private:
    QHash<QString, TokenBucket> m_buckets;
};

} // namespace tutti::music

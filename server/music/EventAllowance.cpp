#include "server/music/EventAllowance.h"

namespace tutti::music {
namespace {

using namespace Qt::StringLiterals;

struct Rate {
    double perSecond;
    double burst;
};

/// What a tablet sends by itself is rare, what a hand does is not much faster; all else shares one allowance.
const QHash<QString, Rate>& rates()
{
    static const QHash<QString, Rate> table{
        {u"raise_hand"_s, {2, 6}},     {u"reflect"_s, {2, 6}},       {u"game_move"_s, {2, 6}},
        {u"device_status"_s, {2, 10}}, {u"request_state"_s, {2, 6}}, {u"beats"_s, {2, 6}},
    };
    return table;
}

constexpr Rate kOthers{50, 100};

} // namespace

bool EventAllowance::take(const QString& event, ServerTime now)
{
    if (event == "play_note"_L1 || event == "stop_note"_L1) {
        return true;
    }
    const auto rate = rates().constFind(event);
    const bool isKnown = rate != rates().cend();
    const Rate& allowed = isKnown ? *rate : kOthers;
    const QString key = isKnown ? event : QString{};
    auto bucket = m_buckets.find(key);
    if (bucket == m_buckets.end()) {
        bucket = m_buckets.insert(key, TokenBucket{allowed.perSecond, allowed.burst});
    }
    return bucket->take(now);
}

} // namespace tutti::music

#include "midi/BluetoothName.h"

#include <algorithm>
#include <array>

namespace tutti::midi {
namespace {

/// Linux, then Windows, then what makers and people call their devices.
constexpr std::array kMarks{QLatin1String{"bluez"},     QLatin1String{"bthenum"},
                            QLatin1String{"bthhfenum"}, QLatin1String{"bluetooth"},
                            QLatin1String{"airpods"},   QLatin1String{"a2dp"}};

} // namespace

bool looksBluetooth(const QString& id, const QString& name)
{
    return std::any_of(kMarks.begin(), kMarks.end(), [&](QLatin1String mark) {
        return id.contains(mark, Qt::CaseInsensitive) || name.contains(mark, Qt::CaseInsensitive);
    });
}

} // namespace tutti::midi

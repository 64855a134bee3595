#include "app/main/SysfsPower.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <vector>

namespace tutti::main {
namespace {

using namespace Qt::StringLiterals;

struct Battery {
    QString status;
    double percent = 0;
    /// 0 if it does not tell.
    double size = 0;
};

QString lineOf(const QDir& supply, const QString& name)
{
    constexpr qint64 kLongest = 64;
    QFile file{supply.filePath(name)};
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.read(kLongest)).trimmed()
                                          : QString{};
}

/// Two batteries of one laptop are rarely the same size, and are used one after the other.
std::optional<int> percentOf(const std::vector<Battery>& batteries)
{
    if (batteries.empty()) {
        return {};
    }
    const bool allTell = std::all_of(batteries.begin(), batteries.end(),
                                     [](const Battery& battery) { return battery.size > 0; });
    double charge = 0;
    double size = 0;
    for (const Battery& battery : batteries) {
        const double weight = allTell ? battery.size : 1;
        charge += battery.percent * weight;
        size += weight;
    }
    return std::clamp(qRound(charge / size), 0, 100);
}

} // namespace

PowerState readPowerIn(const QString& folder)
{
    std::vector<Battery> batteries;
    bool mainsOff = false;
    bool mainsOn = false;
    const QDir supplies{folder};
    for (const QString& name : supplies.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QDir supply{supplies.filePath(name)};
        const QString type = lineOf(supply, u"type"_s);
        if (lineOf(supply, u"scope"_s) == "Device"_L1) {
            continue;
        }
        if (type == "Mains"_L1) {
            (lineOf(supply, u"online"_s) == "1"_L1 ? mainsOn : mainsOff) = true;
        }
        bool tells = false;
        const int percent = lineOf(supply, u"capacity"_s).toInt(&tells);
        if (type == "Battery"_L1 && tells) {
            batteries.push_back({lineOf(supply, u"status"_s), double(percent),
                                 lineOf(supply, u"energy_full"_s).toDouble()});
        }
    }
    const auto says = [&](QLatin1StringView status) {
        return std::any_of(batteries.begin(), batteries.end(),
                           [&](const Battery& battery) { return battery.status == status; });
    };
    // A charger too weak for the laptop only puts off the end: what the battery says comes first.
    const bool discharges = says("Discharging"_L1);
    const bool isUnplugged = mainsOff && !mainsOn && says("Unknown"_L1);
    return {discharges || isUnplugged, percentOf(batteries)};
}

} // namespace tutti::main

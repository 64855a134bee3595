#include "ui/models/Rosters.h"

#include <QStringList>

#include <algorithm>

namespace tutti::ui {

QString sharedNames(const ClassRoster& roster)
{
    const auto fold = [](const std::string& name) {
        return QString::fromStdString(name)
            .normalized(QString::NormalizationForm_KC)
            .toCaseFolded()
            .toStdString();
    };
    QStringList names;
    for (const auto& seats : sameNames(roster.seats, fold)) {
        const auto index = static_cast<std::size_t>(seats.front().value) - 1;
        names.push_back(QString::fromStdString(roster.seats[index].name));
    }
    return names.join(QStringLiteral(", "));
}

bool looksLike(const ClassRoster& a, const ClassRoster& b)
{
    const auto same = [](const SeatPlan& x, const SeatPlan& y) {
        return x.avatar == y.avatar && x.name == y.name;
    };
    return a.id == b.id &&
           std::equal(a.seats.begin(), a.seats.end(), b.seats.begin(), b.seats.end(), same);
}

} // namespace tutti::ui

#include "ui/models/SharedNames.h"

#include <QStringList>

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

} // namespace tutti::ui

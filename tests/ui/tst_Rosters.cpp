#include "ui/models/Rosters.h"

#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace Qt::StringLiterals;

namespace {

ClassRoster classOf(const std::vector<std::string>& names)
{
    ClassRoster roster;
    for (const std::string& name : names) {
        SeatPlan plan;
        plan.seat = SeatId{static_cast<std::int32_t>(roster.seats.size()) + 1};
        plan.name = name;
        roster.seats.push_back(plan);
    }
    return roster;
}

} // namespace

class tst_Rosters : public QObject {
    Q_OBJECT

private slots:
    void saysNothingWhenAllDiffer() { QCOMPARE(sharedNames(classOf({"Ben", "Mei"})), QString()); }

    void leavesOutWhoHasNoName() { QCOMPARE(sharedNames(classOf({"", "", "Mei"})), QString()); }

    void findsNamesOfAnyCaseAndForm()
    {
        const ClassRoster roster = classOf({"Ren\u00E9", "Ben", "Rene\u0301", "BEN", "Mei"});
        QCOMPARE(sharedNames(roster), u"Ren\u00E9, Ben"_s);
    }
};

QTEST_GUILESS_MAIN(tst_Rosters)
#include "tst_Rosters.moc"

#include "app/domain/Avatar.h"
#include "app/domain/ClassList.h"

#include <QString>
#include <QTest>

using namespace tutti;

namespace {

ClassRoster threeChildren()
{
    return {ClassId{1},
            "Grade 3",
            false,
            {{SeatId{1}, "fox", "Ada"}, {SeatId{2}, "owl", {}}, {SeatId{3}, "bear", "Zoë"}}};
}

ClassRoster with(void (*change)(ClassRoster&))
{
    ClassRoster roster = threeChildren();
    change(roster);
    return roster;
}

std::string folded(const std::string& name)
{
    return QString::fromStdString(name)
        .normalized(QString::NormalizationForm_KC)
        .toCaseFolded()
        .simplified()
        .toStdString();
}

} // namespace

class tst_ClassList : public QObject {
    Q_OBJECT

private slots:
    void acceptsAClass()
    {
        QVERIFY(!problemOf(threeChildren()));
        // Two children of one name are no mistake.
        QVERIFY(!problemOf(with([](ClassRoster& r) { r.seats[2].name = "Ada"; })));
    }

    void saysWhyAClassCannotBe_data()
    {
        QTest::addColumn<ClassRoster>("roster");
        const auto row = [](const char* name, void (*change)(ClassRoster&)) {
            QTest::newRow(name) << with(change);
        };
        row("no name", [](ClassRoster& r) { r.name.clear(); });
        row("a blank name", [](ClassRoster& r) { r.name = "  "; });
        row("a name of two lines", [](ClassRoster& r) { r.name = "Grade\n3"; });
        row("a very long name", [](ClassRoster& r) { r.name = std::string(65, 'x'); });
        row("nobody", [](ClassRoster& r) { r.seats.clear(); });
        row("a first name of two lines", [](ClassRoster& r) { r.seats[0].name = "A\tB"; });
        row("a very long first name",
            [](ClassRoster& r) { r.seats[0].name = std::string(65, 'x'); });
        row("an unknown picture", [](ClassRoster& r) { r.seats[0].avatar = "unicorn"; });
        row("a picture twice", [](ClassRoster& r) { r.seats[1].avatar = "fox"; });
        row("a gap", [](ClassRoster& r) { r.seats[1].seat = SeatId{5}; });
        row("a child twice", [](ClassRoster& r) {
            r.seats[0].student = StudentId{7};
            r.seats[1].student = StudentId{7};
        });
        row("too many", [](ClassRoster& r) {
            r.seats.clear();
            for (std::int32_t i = 1; i <= 41; ++i) {
                r.seats.push_back({SeatId{i}, avatarFor(SeatId{i}), {}});
            }
        });
    }
    void saysWhyAClassCannotBe()
    {
        QFETCH(const ClassRoster, roster);
        const auto problem = problemOf(roster);
        QVERIFY(problem && problem->code == ErrorCode::BadPayload && !problem->detail.empty());
    }

    void findsChildrenOfOneName()
    {
        const std::vector<SeatPlan> seats{
            {SeatId{1}, "fox", "Zoë"},  {SeatId{2}, "owl", "ada"},       {SeatId{3}, "bee", {}},
            {SeatId{4}, "cat", "Ada "}, {SeatId{5}, "pig", "ZOE\u0308"}, {SeatId{6}, "lion", {}},
            {SeatId{7}, "fish", "Adam"}};
        QVERIFY((sameNames(seats, folded) ==
                 std::vector<std::vector<SeatId>>{{SeatId{1}, SeatId{5}}, {SeatId{2}, SeatId{4}}}));
        QVERIFY(sameNames({}, folded).empty());
    }

    void findsAFreePicture()
    {
        QCOMPARE(freeAvatar({}), avatarNames().front());
        QCOMPARE(freeAvatar(threeChildren().seats), std::string{"frog"});
    }
};

QTEST_APPLESS_MAIN(tst_ClassList)
#include "tst_ClassList.moc"

#include "tests/classroom/RoomFixture.h"

#include <QTest>

#include <map>

using namespace tutti;
using namespace tutti::test;

namespace {

std::vector<Role> rolesOf(const RoomFixture& f)
{
    std::vector<Role> roles;
    for (const Seat& seat : f.state().seats) {
        roles.push_back(seat.role);
    }
    return roles;
}

RoomFixture classOf(int seats)
{
    RoomFixture f;
    f.open(seats);
    f.submit(StartLesson{});
    return f;
}

} // namespace

class tst_RoomRoles : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void mutesARole()
    {
        RoomFixture f;
        f.openWithLesson();
        f.submit(AssignRole{{SeatId{2}, SeatId{3}}, Role::Bass});
        f.submit(MuteRole{Role::Bass});
        QVERIFY(!f.state().seat(SeatId{1})->muted);
        QVERIFY(f.state().seat(SeatId{3})->muted);
        QVERIFY(f.submit(MuteRole{Role::Bass}).empty());
        QVERIFY(f.submit(MuteRole{Role::Rhythm}).empty());
        f.submit(MuteRole{Role::Bass, false});
        QVERIFY(!f.state().seat(SeatId{2})->muted);
    }

    void letsOneRoleSoundAlone()
    {
        RoomFixture f;
        f.openWithLesson();
        f.submit(AssignRole{{SeatId{2}}, Role::Bass});
        f.submit(MuteSeats{{SeatId{3}}, true});
        QCOMPARE(f.submit(SoloRole{Role::Bass}).size(), std::size_t{1});
        QVERIFY(f.submit(SoloRole{Role::Bass}).empty());
        QVERIFY(f.state().isSilenced(*f.state().seat(SeatId{1})));
        QVERIFY(!f.state().isSilenced(*f.state().seat(SeatId{2})));
        f.submit(noteOf(1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::Muted});
        f.submit(noteOf(2));
        QVERIFY(!f.refusal);
        f.submit(SoloRole{});
        f.submit(noteOf(1));
        QVERIFY(!f.refusal);
        f.submit(noteOf(3));
        QCOMPARE(f.refusal, std::optional{ErrorCode::Muted});
        f.submit(SoloRole{Role::Listener});
        QCOMPARE(f.refusal, std::optional{ErrorCode::BadRole});
    }

    void dealsRolesByChanceInEvenNumbers()
    {
        RoomFixture f = classOf(13);
        f.submit(AssignRole{{SeatId{13}}, Role::Listener});
        f.submit(DealRoles{Deal::Shuffle, 3});
        std::map<Role, int> counts;
        for (const Role role : rolesOf(f)) {
            ++counts[role];
        }
        for (const Role role : {Role::Melody, Role::Harmony, Role::Bass, Role::Rhythm}) {
            QCOMPARE(counts[role], 3);
        }
        QCOMPARE(counts[Role::Listener], 1);
        const auto roles = rolesOf(f);
        QVERIFY(f.submit(DealRoles{Deal::Shuffle, 3}).empty());
        f.submit(DealRoles{Deal::Shuffle, 4});
        QVERIFY(rolesOf(f) != roles);
    }

    void dealsAllRolesToTheChildrenWhoAreThere()
    {
        for (const Deal how : {Deal::Groups, Deal::Shuffle}) {
            RoomFixture f = classOf(24);
            for (int i = 1; i <= 8; ++i) {
                f.seat(i, "t" + std::to_string(i));
            }
            f.submit(DealRoles{how, 5});
            std::map<Role, int> here;
            std::map<Role, int> all;
            for (const Seat& seat : f.state().seats) {
                here[seat.role] += seat.isClaimed() ? 1 : 0;
                ++all[seat.role];
            }
            for (const Role role : {Role::Melody, Role::Harmony, Role::Bass, Role::Rhythm}) {
                QCOMPARE(here[role], 2);
                QCOMPARE(all[role], 6);
            }
        }
    }

    void dealsRolesToNeighbours()
    {
        RoomFixture f = classOf(8);
        f.submit(DealRoles{Deal::Groups});
        const std::vector expected{Role::Melody, Role::Melody, Role::Harmony, Role::Harmony,
                                   Role::Bass,   Role::Bass,   Role::Rhythm,  Role::Rhythm};
        QVERIFY(rolesOf(f) == expected);
    }

    void hasAConductorOnlyInGamesThatHaveOne()
    {
        RoomFixture f;
        f.openWithLesson();
        f.submit(AssignRole{{SeatId{1}}, Role::Conductor});
        QCOMPARE(f.refusal, std::optional{ErrorCode::BadRole});
        f.submit(StartGame{"beat_ring"});
        f.submit(AssignRole{{SeatId{1}}, Role::Conductor});
        QCOMPARE(f.state().seat(SeatId{1})->role, Role::Conductor);
        f.submit(noteOf(1));
        QCOMPARE(f.refusal, std::optional{ErrorCode::Listener});
        f.submit(DealRoles{Deal::Groups});
        QCOMPARE(f.state().seat(SeatId{1})->role, Role::Conductor);
        f.submit(StartGame{"beat_ring"});
        QCOMPARE(f.state().seat(SeatId{1})->role, Role::Conductor);
        f.submit(StartGame{"free_jam"});
        QCOMPARE(f.state().seat(SeatId{1})->role, Role::Melody);
    }
};

QTEST_GUILESS_MAIN(tst_RoomRoles)
#include "tst_RoomRoles.moc"

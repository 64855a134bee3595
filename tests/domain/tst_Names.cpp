#include "app/domain/Avatar.h"
#include "app/domain/Error.h"
#include "app/domain/Mood.h"
#include "app/domain/Role.h"
#include "app/domain/Seat.h"

#include <QTest>

#include <set>

using namespace tutti;

class tst_Names : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void givesEverySeatItsOwnAnimal()
    {
        std::set<std::string> seen;
        for (int seat = 1; seat <= kMaxSeats; ++seat) {
            QVERIFY(isAvatar(avatarFor(SeatId{seat})));
            seen.insert(avatarFor(SeatId{seat}));
        }
        QCOMPARE(seen.size(), static_cast<std::size_t>(kMaxSeats));
        QVERIFY(!isAvatar("unicorn"));
    }

    void findsMoodsByTheirName()
    {
        for (const Mood mood : kMoods) {
            QCOMPARE(moodNamed(nameOf(mood)), std::optional{mood});
        }
        QVERIFY(!moodNamed("skip"));
        QVERIFY(!moodNamed(""));
    }

    void findsRolesByTheirName()
    {
        for (const Role role : kRoles) {
            QCOMPARE(roleNamed(nameOf(role)), std::optional{role});
        }
        QCOMPARE(roleNamed("conductor"), std::optional{Role::Conductor});
        QVERIFY(!roleNamed("drummer"));
        QVERIFY(!plays(Role::Listener));
    }

    void explainsEveryErrorDifferently()
    {
        std::set<std::string_view> names;
        for (int code = 0; code <= static_cast<int>(ErrorCode::BadConfig); ++code) {
            const auto error = static_cast<ErrorCode>(code);
            QVERIFY(names.insert(codeName(error)).second);
            QVERIFY(messageFor(error).ends_with('.'));
            QVERIFY(hintFor(error).ends_with('.'));
        }
    }

    void takesTheWorseOfDelayAndUncertainty_data()
    {
        QTest::addColumn<double>("rtt");
        QTest::addColumn<double>("uncertainty");
        QTest::addColumn<int>("bars");
        QTest::newRow("good") << 59.0 << 9.0 << 3;
        QTest::newRow("slow") << 60.0 << 9.0 << 2;
        QTest::newRow("unsure") << 5.0 << 10.0 << 2;
        QTest::newRow("very slow") << 120.0 << 1.0 << 1;
        QTest::newRow("very unsure") << 1.0 << 30.0 << 1;
    }

    void takesTheWorseOfDelayAndUncertainty()
    {
        QFETCH(double, rtt);
        QFETCH(double, uncertainty);
        QFETCH(int, bars);
        const DeviceStatus status{true, true, rtt, uncertainty};
        QCOMPARE(static_cast<int>(status.connection()), bars);
    }
};

QTEST_GUILESS_MAIN(tst_Names)
#include "tst_Names.moc"

#include "tests/gui/Dashboard.h"
#include "ui/widgets/ConnectionGuide.h"
#include "ui/widgets/QrView.h"
#include "ui/widgets/SeatGrid.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QString kHelper = u"Connection helper"_s;
const QString kClose = u"Close the connection helper"_s;

/// Whether a label begins with this.
bool beginsWith(const Dashboard& d, const QString& words)
{
    const auto labels = d.window.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisible() && label->text().startsWith(words);
    });
}

void openHelper(Dashboard& d)
{
    d.openRoom();
    d.clock.advance(61s);
    d.click(kHelper);
    d.settle();
}

} // namespace

class tst_ConnectionGuide : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void opensFromTheNetworkCheckAndCloses_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("button") << false;
        QTest::newRow("Esc") << true;
    }
    void opensFromTheNetworkCheckAndCloses()
    {
        QFETCH(bool, byKey);
        Dashboard d;
        QVERIFY(!d.named<QWidget>(kHelper));
        d.openRoom();
        QVERIFY(d.click(kHelper));
        QVERIFY(d.shown<ConnectionGuide>());
        QCOMPARE(d.window.focusWidget()->accessibleName(), kClose);
        if (byKey) {
            d.key(Qt::Key_Escape);
        } else {
            QVERIFY(d.click(kClose));
        }
        QVERIFY(!d.shown<ConnectionGuide>());
        QCOMPARE(d.window.focusWidget()->accessibleName(), u"Who has joined"_s);
        QVERIFY(d.sink.commands.empty());
    }

    void goesWhenTheRoomCloses()
    {
        Dashboard d;
        openHelper(d);
        d.record(LessonEnded{});
        QVERIFY(!d.shown<ConnectionGuide>());
    }

    void showsATestThatOnlyOpensASmallPage()
    {
        Dashboard d;
        openHelper(d);
        QVERIFY(d.says(u"192.168.1.24:4000/t"_s));
        QCOMPARE(d.shown<QrView>()->text(), u"http://192.168.1.24:4000/t"_s);
        QVERIFY(d.says(u"Nothing arrived yet"_s));
        NetworkStatus visited = Classroom::network(true);
        visited.visitors = 1;
        d.window.setNetworkStatus(visited);
        QVERIFY(d.says(u"It arrived"_s));
        QVERIFY(d.says(u"Tablets get through"_s));
        QVERIFY(d.says(u"It works"_s));
    }

    void asksWhetherTheTabletShowsTheSameNetwork()
    {
        Dashboard d;
        openHelper(d);
        QVERIFY(d.says(u"This Wi-Fi keeps devices apart"_s));
        QVERIFY(d.click(u"Another one"_s));
        QVERIFY(d.says(u"The tablet is on another network"_s));
        QVERIFY(d.named<QAbstractButton>(u"Another one"_s)->isChecked());
        QVERIFY(d.click(u"The same"_s));
        QVERIFY(d.says(u"This Wi-Fi keeps devices apart"_s));
        QVERIFY(!d.named<QAbstractButton>(u"Another one"_s)->isChecked());
        QVERIFY(d.named<QAbstractButton>(u"The same"_s)->isChecked());
    }

    void keepsOnlyTheWaysOfTheDiagnosis()
    {
        Dashboard d;
        openHelper(d);
        QVERIFY(d.says(u"Phone hotspot"_s));
        QVERIFY(d.click(u"Another one"_s));
        d.settle();
        QVERIFY(!d.says(u"Phone hotspot"_s));
        QVERIFY(d.says(u"Bring the tablet to the same network"_s));
    }

    void unfoldsStepsAndFoldsThem()
    {
        Dashboard d;
        openHelper(d);
        QVERIFY(!beginsWith(d, u"1. Plug the laptop"_s));
        QVERIFY(d.click(u"Show steps: Your own small router"_s));
        QVERIFY(beginsWith(d, u"1. Plug the laptop"_s));
        QVERIFY(d.click(u"Hide steps: Your own small router"_s));
        QVERIFY(!beginsWith(d, u"1. Plug the laptop"_s));
    }

    void keepsUnfoldedStepsWhileTimeGoesOn()
    {
        Dashboard d;
        openHelper(d);
        QVERIFY(d.click(u"Show steps: Your own small router"_s));
        d.later(10s);
        QVERIFY(beginsWith(d, u"1. Plug the laptop"_s));
    }

    void copiesTheNote()
    {
        Dashboard d;
        openHelper(d);
        QGuiApplication::clipboard()->clear();
        QVERIFY(d.click(u"Copy the note: Ask IT with our one-page note"_s));
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"192.168.1.24:4000"_s));
        QVERIFY(beginsWith(d, u"The note is in the clipboard."_s));
    }

    void saysTheStateOfEveryStep()
    {
        Dashboard d;
        openHelper(d);
        QVERIFY(d.named<QLabel>(u"Step 1, done: Laptop is ready"_s));
        QVERIFY(d.named<QLabel>(u"Step 2, now: Same network name"_s));
        QVERIFY(d.named<QLabel>(u"Step 3, to come: Test with one tablet"_s));
        QVERIFY(d.click(u"The same"_s));
        QVERIFY(d.named<QLabel>(u"Step 2, done: Same network name"_s));
        QVERIFY(d.named<QLabel>(u"Step 3, now: Test with one tablet"_s));
        d.room.join(1, d.clock.now());
        QVERIFY(d.named<QLabel>(u"Step 4, done: Check the speed"_s));
    }

    void offersHelpOnceNoTabletCameForAMinute()
    {
        Dashboard d;
        d.openRoom();
        const auto* help = d.named<QWidget>(kHelper);
        QCOMPARE(help->property("part").toString(), u"panelButton"_s);
        d.later(61s);
        QCOMPARE(help->property("part").toString(), u"warnButton"_s);
        QVERIFY(d.says(u"No tablet has reached this laptop"_s));
        d.room.join(1, d.clock.now());
        QCOMPARE(help->property("part").toString(), u"panelButton"_s);
    }
};

QTEST_MAIN(tst_ConnectionGuide)
#include "tst_ConnectionGuide.moc"

#include "tests/gui/Panels.h"
#include "ui/stage/StageView.h"
#include "ui/stage/TimelineView.h"

#include <QAccessible>
#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// What a screen reader finds below a widget.
QStringList spoken(QWidget* widget)
{
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(widget);
    QStringList lines;
    for (int i = 0; list && i < list->childCount(); ++i) {
        lines << list->child(i)->text(QAccessible::Name);
    }
    return lines;
}

bool dropOn(StageView& view, const QPoint& place, const QByteArray& seats)
{
    QMimeData dragged;
    dragged.setData(QLatin1String(kSeatsMime), seats);
    QDragEnterEvent enter(place, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&view, &enter);
    if (!enter.isAccepted()) {
        return false;
    }
    QDragMoveEvent move(place, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&view, &move);
    QDropEvent drop(place, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&view, &drop);
    return move.isAccepted();
}

/// A place on a beat of the ring, found by asking.
QPoint placeOf(StageView& view, int beat)
{
    for (int y = 0; y < view.height(); y += 4) {
        for (int x = 0; x < view.width(); x += 4) {
            if (view.beatAt({x, y}) == beat) {
                return {x, y};
            }
        }
    }
    return {};
}

} // namespace

class tst_Stage : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u"^(?!This plugin does not)"_s}); }

    void namesGameAndRound()
    {
        Panels p;
        p.start(ringGame());
        QVERIFY(p.says(u"Beat Ring"_s) && p.says(u"Round 2 of 4"_s));
        p.change(jamGame());
        QVERIFY(p.says(u"Free Jam"_s) && p.says(u"Who plays what on the beat"_s));
        p.record(QuietStarted{p.clock.now()});
        QVERIFY(p.says(u"Comes back after one clicked bar"_s));
    }

    void pausesAndGoesOn()
    {
        Panels p;
        p.start(ringGame());
        QVERIFY(p.click(u"Pause"_s));
        QCOMPARE(p.lastMove(), u"pause {\"on\":true}"_s);
        p.change(ringGame(R"("phase":"paused")"));
        QVERIFY(p.named(u"Pause"_s)->isChecked());
        QVERIFY(p.click(u"Pause"_s));
        QCOMPARE(p.lastMove(), u"pause {\"on\":false}"_s);
    }

    void goesToTheNextRound()
    {
        Panels p;
        p.start(ringGame());
        QVERIFY(p.click(u"Next round"_s));
        QCOMPARE(p.lastMove(), u"next_round {}"_s);
        p.change(ringGame(R"("phase":"done")"));
        QVERIFY(!p.named(u"Pause"_s)->isEnabled());
        p.sink.commands.clear();
        QVERIFY(p.click(u"Play again"_s));
        QCOMPARE(p.lastMove(), u"next_round {}"_s);
    }

    void hasNoNextRoundOutsideARing()
    {
        Panels p;
        p.stage->nextRound();
        p.start(jamGame());
        p.stage->nextRound();
        QVERIFY(p.sink.commands.empty());
        QVERIFY(!p.named(u"Next round"_s) && !p.named(u"Pause"_s));
    }

    void swapsRolesByChance()
    {
        Panels p;
        p.start(jamGame());
        QVERIFY(p.click(u"Swap roles"_s));
        const auto first = p.sink.last<DealRoles>()->random;
        QCOMPARE(p.sink.last<DealRoles>()->how, Deal::Shuffle);
        QVERIFY(p.click(u"Swap roles"_s));
        QVERIFY(p.sink.last<DealRoles>()->random != first);
    }

    void showsTheJamAsACircle()
    {
        Panels p;
        p.start(jamGame());
        p.room.note(3, 64, p.clock.now());
        const QImage bar = p.stage->view().grab().toImage();
        QVERIFY(p.click(u"Circle"_s));
        QVERIFY(p.stage->view().grab().toImage() != bar);
        QVERIFY(p.click(u"Bar"_s));
        QCOMPARE(p.stage->view().grab().toImage(), bar);
    }

    void givesDroppedStudentsABeat()
    {
        Panels p;
        p.start(ringGame());
        StageView& view = p.stage->view();
        QVERIFY(dropOn(view, placeOf(view, 5), "3, 11"));
        QCOMPARE(p.lastMove(), u"assign {\"beat\":5,\"seats\":[3,11]}"_s);
    }

    void takesNoDrop_data()
    {
        QTest::addColumn<QByteArray>("seats");
        QTest::newRow("nobody") << QByteArray();
        QTest::newRow("words") << QByteArray("three");
        QTest::newRow("no such seat") << QByteArray("0,99");
    }
    void takesNoDrop()
    {
        QFETCH(QByteArray, seats);
        Panels p;
        p.start(ringGame());
        QVERIFY(!dropOn(p.stage->view(), placeOf(p.stage->view(), 5), seats));
        QVERIFY(p.sink.commands.empty());
    }

    void takesNoDropBesideTheRingOrInAJam()
    {
        Panels p;
        p.start(ringGame());
        StageView& view = p.stage->view();
        QVERIFY(!dropOn(view, view.rect().center(), "3"));
        const QPoint place = placeOf(view, 5);
        p.change(jamGame());
        QVERIFY(!dropOn(view, place, "3"));
        QVERIFY(p.sink.commands.empty());
    }

    void runsOnlyWhileSomethingMoves()
    {
        Panels p;
        QVERIFY(!p.stage->view().isRunning() && !p.timeline->view().isRunning());
        p.start(ringGame());
        QVERIFY(p.stage->view().isRunning() && p.timeline->view().isRunning());
        p.window.hide();
        QVERIFY(!p.stage->view().isRunning() && !p.timeline->view().isRunning());
        p.window.show();
        QVERIFY(p.stage->view().isRunning());
        p.clock.advance(1s);
        p.record(
            TimelineChanged{p.mirror.state().timeline.stoppedAt(p.clock.now()), std::nullopt, {}});
        QVERIFY(!p.stage->view().isRunning() && !p.timeline->view().isRunning());
    }

    void followsTheBeat()
    {
        Panels p;
        p.start(ringGame());
        p.clock.advance(300ms);
        const QImage first = p.stage->view().grab().toImage();
        p.clock.advance(500ms);
        QVERIFY(p.stage->view().grab().toImage() != first);
    }

    void picturesFollowTheRoom()
    {
        Panels p;
        p.start(ringGame());
        const QImage before = p.stage->view().grab().toImage();
        p.record(SeatDisconnected{SeatId{16}});
        QVERIFY(p.stage->view().grab().toImage() != before);
    }

    void speaksBeatsLanesAndBars()
    {
        Panels p;
        p.start(ringGame());
        const QStringList beats = spoken(&p.stage->view());
        QCOMPARE(beats.size(), 8);
        QCOMPARE(beats[2], u"Beat 3, Chloe and Kaia, E"_s);
        p.change(jamGame());
        QCOMPARE(spoken(&p.stage->view()).size(), 4);
        QCOMPARE(spoken(&p.timeline->view()).size(), 4);
    }

    void walksThroughTheBeatsByKey()
    {
        Panels p;
        p.start(ringGame());
        p.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&p.window));
        StageView& view = p.stage->view();
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.entry(), 2);
        QTest::keyClick(&view, Qt::Key_End);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.entry(), 7);
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.entry(), 6);
        const auto* list = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(list->child(6)->state().focused);
        QVERIFY(list->child(6)->rect().isValid());
    }

    void waitsForTheLesson()
    {
        Panels p;
        QVERIFY(!p.named(u"Beat Ring"_s)->isEnabled());
        QVERIFY(!p.named(u"Mark this moment"_s)->isEnabled());
        p.timeline->markMoment();
        QVERIFY(p.sink.commands.empty());
    }

    void marksThisMoment()
    {
        Panels p;
        p.start(jamGame());
        QVERIFY(p.click(u"Mark this moment"_s));
        QVERIFY(p.sink.last<MarkMoment>());
        p.timeline->markMoment();
        QCOMPARE(p.sink.commands.size(), std::size_t{2});
    }

    void picksTheStudentOfANote()
    {
        Panels p;
        p.start(jamGame());
        p.clock.advance(1s);
        p.room.note(11, 64, p.clock.now());
        QSignalSpy picked(p.timeline, &TimelinePanel::seatPicked);
        TimelineView& view = p.timeline->view();
        // Half a bar into the first of eight, in the first lane.
        const int labels = 92;
        const int x = labels + (view.width() - labels) / 16 + 1;
        for (int y = 0; y < view.height() / 4 && picked.isEmpty(); y += 3) {
            QTest::mouseClick(&view, Qt::LeftButton, {}, {x, y});
        }
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked.first().first().value<SeatId>(), SeatId{11});
    }

    void timelineShowsWhatIsPlayed()
    {
        Panels p;
        p.start(jamGame());
        p.clock.advance(500ms);
        const QImage before = p.timeline->view().grab().toImage();
        p.room.note(11, 64, p.clock.now());
        QVERIFY(p.timeline->view().grab().toImage() != before);
    }

    void fitsItsPlace_data()
    {
        QTest::addColumn<bool>("ring");
        QTest::newRow("ring") << true;
        QTest::newRow("jam") << false;
    }
    void fitsItsPlace()
    {
        QFETCH(bool, ring);
        Panels p;
        p.start(ring ? ringGame() : jamGame());
        p.stage->setCompact(true);
        p.timeline->setCompact(true);
        p.game->setCompact(true);
        p.settle();
        QVERIFY2(p.stage->minimumSizeHint().width() <= 440,
                 qPrintable(QString::number(p.stage->minimumSizeHint().width())));
        QVERIFY(p.timeline->minimumSizeHint().height() <= 112);
        QVERIFY2(p.game->minimumSizeHint().width() <= 290,
                 qPrintable(QString::number(p.game->minimumSizeHint().width())));
    }

    void stepsOnTheBeatWithoutMotion()
    {
        Panels p;
        p.start(ringGame());
        p.clock.advance(510ms);
        const QImage growing = p.stage->view().grab().toImage();
        p.look.setReducedMotion(true);
        const QImage grown = p.stage->view().grab().toImage();
        QVERIFY(grown != growing);
        p.clock.advance(400ms);
        QCOMPARE(p.stage->view().grab().toImage(), grown);
    }

    void wearsTheColoursOfTheDashboard()
    {
        Panels p;
        p.start(ringGame());
        p.look.choose(Look::Choice::Dark);
        const QColor dark = themeFor(Scheme::Dark).surface;
        QCOMPARE(p.stage->view().grab().toImage().pixelColor(2, 2), dark);
    }
};

QTEST_MAIN(tst_Stage)
#include "tst_Stage.moc"

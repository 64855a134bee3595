#include "tests/gui/Dashboard.h"
#include "ui/models/Theme.h"
#include "ui/widgets/BeatPads.h"

#include <QSignalSpy>
#include <QTimer>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// The four places of the pads as drawn, left to right: '#' the current one, 'O' current but silent, 'o' waiting, '.' no pad.
QString padsOf(Dashboard& d)
{
    constexpr int kBarNumber = 60;
    const Theme& theme = themeFor(Scheme::Light);
    const auto* pads = d.shown<BeatPads>();
    const QImage picture = d.window.grab().toImage();
    const int slot = (pads->sizeHint().width() - kBarNumber) / 4;
    QString seen;
    for (int i = 0; i < 4; ++i) {
        const QPoint edge = pads->mapTo(&d.window, QPoint(i * slot + 1, pads->height() - 20));
        const QColor inside = picture.pixelColor(edge + QPoint(5, 0));
        const bool outlined = picture.pixelColor(edge) == theme.text;
        seen += inside == theme.text     ? u'#'
                : inside == theme.sunken ? u'o'
                : outlined               ? u'O'
                                         : u'.';
    }
    return seen;
}

/// How often a widget was painted.
class PaintCount final : public QObject {
public:
    explicit PaintCount(QWidget* widget) { widget->installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        count += event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

class tst_BeatPads : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void waitsWhileNothingPlays()
    {
        Dashboard d;
        d.startLesson();
        QCOMPARE(padsOf(d), u"oooo"_s);
        QVERIFY(!d.shown<BeatPads>()->isRunning());
    }

    void followsTheTimeline_data()
    {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::addColumn<int>("millis");
        QTest::addColumn<QString>("pads");
        QTest::newRow("4/4 one") << 4 << 4 << 0 << u"#ooo"_s;
        QTest::newRow("4/4 still one") << 4 << 4 << 499 << u"#ooo"_s;
        QTest::newRow("4/4 two") << 4 << 4 << 500 << u"o#oo"_s;
        QTest::newRow("4/4 four") << 4 << 4 << 1500 << u"ooo#"_s;
        QTest::newRow("4/4 next bar") << 4 << 4 << 2000 << u"#ooo"_s;
        QTest::newRow("3/4 three") << 3 << 4 << 1000 << u"oo#."_s;
        QTest::newRow("2/4 two") << 2 << 4 << 500 << u"o#.."_s;
        QTest::newRow("6/8 one") << 6 << 8 << 0 << u"#o.."_s;
        QTest::newRow("6/8 two") << 6 << 8 << 500 << u"o#.."_s;
    }

    void followsTheTimeline()
    {
        QFETCH(int, num);
        QFETCH(int, den);
        QFETCH(int, millis);
        Dashboard d;
        d.startLesson();
        d.play(Meter{num, den});
        d.clock.advance(std::chrono::milliseconds{millis});
        QTEST(padsOf(d), "pads");
    }

    void showsTwoPadsForSixEightBeforeItPlays()
    {
        Dashboard d;
        d.startLesson();
        d.record(TimelineChanged{
            Timeline::stopped(Tempo{60'000}, {6, 8}, d.clock.now()), std::nullopt, {}});
        QCOMPARE(padsOf(d), u"oo.."_s);
    }

    void goesOnInOutlineWhileQuiet()
    {
        Dashboard d;
        d.startLesson();
        d.play(Meter{4, 4});
        d.record(QuietStarted{d.clock.now()});
        d.clock.advance(500ms);
        QCOMPARE(padsOf(d), u"oOoo"_s);
    }

    void runsOnlyWhileSomethingMovesAndIsSeen()
    {
        Dashboard d;
        d.startLesson();
        d.play(Meter{4, 4});
        auto* pads = d.shown<BeatPads>();
        QVERIFY(pads->isRunning());
        d.key(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!pads->isRunning());
        d.key(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(pads->isRunning());
        d.record(
            TimelineChanged{d.mirror.state().timeline.stoppedAt(d.clock.now()), std::nullopt, {}});
        QVERIFY(!pads->isRunning());
    }

    void runsOnUntilTheStopTakesEffect()
    {
        Dashboard d;
        d.startLesson();
        d.play(Meter{4, 4});
        d.record(TimelineChanged{
            d.mirror.state().timeline.stoppedAt(d.clock.now() + 300ms), std::nullopt, {}});
        QVERIFY(d.shown<BeatPads>()->isRunning());
        d.clock.advance(300ms);
        QTRY_VERIFY(!d.shown<BeatPads>()->isRunning());
    }

    void paintsOnlyWhenTheBeatMovesOn()
    {
        Dashboard d;
        d.startLesson();
        d.play(Meter{4, 4});
        auto* pads = d.shown<BeatPads>();
        QTRY_COMPARE(padsOf(d), u"#ooo"_s);
        d.settle();
        PaintCount paints(pads);
        QSignalSpy frames(pads->findChild<QTimer*>(), &QTimer::timeout);
        QTRY_VERIFY(frames.size() >= 3);
        QCOMPARE(paints.count, 0);
        d.clock.advance(500ms);
        frames.clear();
        QTRY_VERIFY(frames.size() >= 3);
        QCOMPARE(paints.count, 1);
        QCOMPARE(padsOf(d), u"o#oo"_s);
    }

    void keepsItsPlaceWhenTheMeterChanges()
    {
        Dashboard d;
        d.startLesson();
        const QSize before = d.shown<BeatPads>()->size();
        d.play(Meter{6, 8});
        d.settle();
        QCOMPARE(d.shown<BeatPads>()->size(), before);
    }
};

QTEST_MAIN(tst_BeatPads)
#include "tst_BeatPads.moc"

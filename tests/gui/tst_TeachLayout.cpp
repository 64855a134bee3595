#include "tests/gui/Dashboard.h"
#include "ui/widgets/FoldButton.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/RoleMixer.h"
#include "ui/widgets/SidePanel.h"
#include "ui/widgets/StagePanel.h"
#include "ui/widgets/StudentsPanel.h"
#include "ui/widgets/TimelinePanel.h"
#include "ui/widgets/TransportBar.h"

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

struct Teach : Dashboard {
    explicit Teach(QSize size)
    {
        window.resize(size);
        startLesson();
        beginGame("beat_ring");
        settle();
    }
    /// Where a part is in the window; empty if it is not shown.
    template <typename T>
    QRect at() const
    {
        const T* part = shown<T>();
        return part ? QRect(part->mapTo(&window, QPoint()), part->size()) : QRect();
    }
};

} // namespace

class tst_TeachLayout : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void hasTheDrawnMeasures_data()
    {
        QTest::addColumn<QSize>("window");
        QTest::addColumn<QList<int>>("measures");
        QTest::newRow("drawn") << QSize(1440, 900) << QList<int>{76, 544, 332, 150, 12};
        QTest::newRow("compact") << QSize(1280, 720) << QList<int>{64, 500, 300, 112, 8};
        QTest::newRow("wide but low") << QSize(1500, 780) << QList<int>{64, 500, 300, 112, 8};
        QTest::newRow("fourth column") << QSize(1920, 1080) << QList<int>{76, 724, 332, 150, 12};
    }

    void hasTheDrawnMeasures()
    {
        QFETCH(QSize, window);
        QFETCH(QList<int>, measures);
        Teach d(window);
        QCOMPARE(d.window.size(), window);
        QCOMPARE(d.at<TransportBar>().height(), measures[0]);
        QCOMPARE(d.at<StudentsPanel>().width(), measures[1]);
        QCOMPARE(d.at<SidePanel>().width(), measures[2]);
        QCOMPARE(d.at<TimelinePanel>().height(), measures[3]);
        const int gap = measures[4];
        QCOMPARE(d.at<StudentsPanel>().left(), gap);
        QCOMPARE(d.at<StagePanel>().left(), d.at<StudentsPanel>().right() + 1 + gap);
        QCOMPARE(d.at<SidePanel>().left(), d.at<StagePanel>().right() + 1 + gap);
        QCOMPARE(d.at<SidePanel>().right() + 1, window.width() - gap);
        QCOMPARE(d.at<TimelinePanel>().bottom() + 1, window.height() - gap);
        QVERIFY(!d.shown<FoldButton>());
    }

    void foldsTheRightPanelWhereTheWindowIsNarrow()
    {
        Teach d(QSize(1024, 640));
        QVERIFY(!d.shown<SidePanel>());
        const QRect students = d.at<StudentsPanel>();
        const QRect stage = d.at<StagePanel>();
        QVERIFY(d.click(u"Game and class"_s));
        d.settle();
        QVERIFY(stage.contains(d.at<SidePanel>()));
        QCOMPARE(d.at<StudentsPanel>(), students);
        QCOMPARE(d.at<StagePanel>(), stage);
        d.named<QWidget>(u"Ask how it felt…"_s)->setFocus();
        d.key(Qt::Key_Escape);
        QVERIFY(!d.shown<SidePanel>());
        QVERIFY(d.sink.commands.empty());
        d.window.resize(1440, 900);
        d.settle();
        QVERIFY(d.shown<SidePanel>());
        QVERIFY(!d.shown<FoldButton>());
    }

    void countsHandsOnTheFoldedPanel()
    {
        Teach d(QSize(1024, 640));
        d.record(HandRaised{SeatId{3}, true});
        d.record(HandRaised{SeatId{4}, true});
        QVERIFY(d.named<FoldButton>(u"Game and class, hands up: 2"_s));
        QVERIFY(!d.named<QWidget>(u"Show Chloe"_s));
        QVERIFY(d.click(u"Game and class, hands up: 2"_s));
        QVERIFY(d.named<QWidget>(u"Show Chloe"_s));
    }

    void movesNothingForAMessageAndCoversNoControl_data()
    {
        QTest::addColumn<QSize>("window");
        QTest::newRow("drawn") << QSize(1440, 900);
        QTest::newRow("smallest") << QSize(1024, 640);
    }
    void movesNothingForAMessageAndCoversNoControl()
    {
        QFETCH(QSize, window);
        Teach d(window);
        const QRect students = d.at<StudentsPanel>();
        const QRect stage = d.at<StagePanel>();
        const QRect mixer = d.at<RoleMixer>();
        const QRect timeline = d.at<TimelinePanel>();
        d.window.showMessage(Error{ErrorCode::StoreUnavailable});
        d.window.showMessage(Error{ErrorCode::PortTaken});
        d.window.showMessage(Error{ErrorCode::BadTempo});
        d.settle();
        QCOMPARE(d.at<StudentsPanel>(), students);
        QCOMPARE(d.at<StagePanel>(), stage);
        QCOMPARE(d.at<TimelinePanel>(), timeline);
        const QRect messages = d.at<MessageBar>();
        QVERIFY(messages.height() > 40);
        QVERIFY(stage.contains(messages));
        QVERIFY(!messages.intersects(mixer));
    }

    void keepsTilesInPlaceWhenTheirStudentsComeAndGo()
    {
        Teach d(QSize(1440, 900));
        const QRect before = d.at<StudentsPanel>();
        d.room.join(3, d.clock.now());
        d.record(HandRaised{SeatId{3}, true});
        d.record(SeatDisconnected{SeatId{3}});
        d.settle();
        QCOMPARE(d.at<StudentsPanel>(), before);
    }
};

QTEST_MAIN(tst_TeachLayout)
#include "tst_TeachLayout.moc"

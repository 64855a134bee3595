#include "tests/gui/Dashboard.h"
#include "ui/widgets/Announcer.h"

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLayout>
#include <QPushButton>
#include <QStackedWidget>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

/// Moments of the dashboard that show every widget there is.
using Scene = void (*)(Dashboard&);

void closedLobby(Dashboard&) {}
void openLobby(Dashboard& d)
{
    d.openRoom();
}
void teach(Dashboard& d)
{
    d.startLesson();
}
void quiet(Dashboard& d)
{
    d.startLesson();
    d.record(QuietStarted{d.clock.now()});
}
void messages(Dashboard& d)
{
    d.startLesson();
    d.window.showMessage(Error{ErrorCode::PortTaken});
    d.window.setSoundStatus(SoundStatus{});
    d.window.showMessage(Error{ErrorCode::StoreUnavailable});
}
void bigQr(Dashboard& d)
{
    d.startLesson();
    d.key(Qt::Key_F9);
}
void question(Dashboard& d)
{
    d.startLesson();
    d.click(u"End lesson"_s);
}

void eachScene()
{
    QTest::addColumn<Scene>("scene");
    QTest::newRow("closed lobby") << Scene{closedLobby};
    QTest::newRow("open lobby") << Scene{openLobby};
    QTest::newRow("teach") << Scene{teach};
    QTest::newRow("quiet") << Scene{quiet};
    QTest::newRow("messages") << Scene{messages};
    QTest::newRow("big QR") << Scene{bigQr};
    QTest::newRow("question") << Scene{question};
}

QString describe(const QWidget* widget)
{
    const QRect at(widget->mapTo(widget->window(), QPoint()), widget->size());
    return u"%1 at %2,%3 %4x%5"_s.arg(QString::fromLatin1(widget->metaObject()->className()))
        .arg(at.x())
        .arg(at.y())
        .arg(at.width())
        .arg(at.height());
}

/// What a screen reader calls a widget. What is chosen or typed in it is a value and no name, though Qt offers it as one.
QString spokenName(QWidget* widget)
{
    const bool holdsValue =
        qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractSpinBox*>(widget);
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
    return holdsValue || !interface ? widget->accessibleName() : interface->text(QAccessible::Name);
}

/// Every widget that takes focus and that a screen reader would have no name for.
QStringList nameless(const QWidget& window)
{
    QStringList found;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const bool takesFocus = widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy();
        if (takesFocus && widget->isVisible() && spokenName(widget).trimmed().isEmpty()) {
            found += describe(widget);
        }
    }
    return found;
}

/// Whether a widget lies outside the window or its parent, or has less room than its words or its parts need.
bool isSqueezed(const QWidget* widget, const QWidget& window)
{
    const QRect inWindow(widget->mapTo(&window, QPoint()), widget->size());
    const QSize least =
        widget->layout() ? widget->layout()->minimumSize() : widget->minimumSizeHint();
    return !window.rect().contains(inWindow) ||
           !widget->parentWidget()->rect().contains(widget->geometry()) ||
           widget->width() < least.width() || widget->height() < least.height();
}

/// Every button, one-line label and group of widgets that does not fit.
QStringList squeezed(const QMainWindow& window)
{
    QStringList found;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const auto* label = qobject_cast<QLabel*>(widget);
        const bool hasWords = qobject_cast<QPushButton*>(widget) || (label && !label->wordWrap());
        // A stack needs as much as its largest page, seen or not.
        const bool hasParts = widget->layout() && !qobject_cast<QStackedWidget*>(widget) &&
                              widget != window.centralWidget();
        if ((hasWords || hasParts) && widget->isVisible() && isSqueezed(widget, window)) {
            const QSize least = widget->minimumSizeHint();
            found += describe(widget) + u" needs %1x%2"_s.arg(least.width()).arg(least.height());
        }
    }
    return found;
}

} // namespace

class tst_Access : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void namesWhateverTakesFocus_data() { eachScene(); }
    void namesWhateverTakesFocus()
    {
        QFETCH(Scene, scene);
        Dashboard d;
        scene(d);
        QVERIFY2(nameless(d.window).isEmpty(), qPrintable(nameless(d.window).join(u'\n')));
    }

    void findsWhatHasNoName()
    {
        Dashboard d;
        QPushButton button(d.window.centralWidget());
        QComboBox choice(d.window.centralWidget());
        choice.addItem(u"4/4"_s);
        button.show();
        choice.show();
        QCOMPARE(nameless(d.window).size(), 2);
    }

    void fitsTheSmallestWindow_data() { eachScene(); }
    void fitsTheSmallestWindow()
    {
        QFETCH(Scene, scene);
        Dashboard d;
        scene(d);
        d.window.resize(1024, 640);
        d.settle();
        QCOMPARE(d.window.size(), QSize(1024, 640));
        QVERIFY2(squeezed(d.window).isEmpty(), qPrintable(squeezed(d.window).join(u'\n')));
    }

    void findsASqueezedButton()
    {
        Dashboard d;
        QPushButton button(u"Much too long for its place"_s, d.window.centralWidget());
        button.resize(20, 20);
        button.show();
        QCOMPARE(squeezed(d.window).size(), 1);
    }

    void cannotBeMadeSmaller()
    {
        Dashboard d;
        QCOMPARE(d.window.minimumSize(), QSize(1024, 640));
    }

    void givesTheKeyboardToTheStudentsWhenTheLessonStarts()
    {
        Dashboard d;
        d.startLesson();
        QVERIFY(d.window.focusWidget());
        QCOMPARE(d.window.focusWidget()->accessibleName(), u"Students"_s);
    }

    void reachesEveryControlByTab()
    {
        Dashboard d;
        d.startLesson();
        d.beginGame("beat_ring");
        const QStringList reached = tabStops(d);
        for (const QString& name :
             {u"Start the music"_s, u"Tap the tempo"_s, u"Tempo in beats a minute"_s,
              u"Beats in a bar"_s, u"Count-in"_s, u"Metronome click"_s, u"Everyone quiet"_s,
              u"Students"_s, u"Grid"_s, u"Shuffle roles"_s, u"Mute all"_s, u"Next round"_s,
              u"Mute Melody"_s, u"Solo Melody"_s, u"Ask how it felt…"_s, u"Mark this moment"_s,
              u"Menu"_s, u"End lesson"_s}) {
            QVERIFY2(reached.contains(name), qPrintable(name));
        }
    }

    void goesFromTransportToTimelineByTab()
    {
        Dashboard d;
        d.startLesson();
        d.beginGame("beat_ring");
        d.record(HandRaised{SeatId{3}, true});
        d.named<QWidget>(u"Start the music"_s)->setFocus();
        const QStringList reached = tabStops(d);
        const QStringList order{u"Everyone quiet"_s,
                                u"Students"_s,
                                u"Next round"_s,
                                u"Mute Melody"_s,
                                u"Free Jam"_s,
                                u"Ask how it felt…"_s,
                                u"Lower the hand of Chloe"_s,
                                u"Mark this moment"_s};
        qsizetype last = -1;
        for (const QString& name : order) {
            const qsizetype place = reached.indexOf(name);
            QVERIFY2(place > last, qPrintable(name + u" in "_s + reached.join(u", "_s)));
            last = place;
        }
    }

    void announcesHandsLossesAndQuietButNoBeats()
    {
        Dashboard d;
        d.startLesson();
        d.room.join(3, d.clock.now());
        const auto* announcer = d.window.findChild<Announcer*>();
        d.play({4, 4});
        QVERIFY(announcer->accessibleName().isEmpty());
        d.record(HandRaised{SeatId{3}, true});
        QCOMPARE(announcer->accessibleName(), u"Chloe raised a hand"_s);
        d.record(SeatDisconnected{SeatId{3}});
        QCOMPARE(announcer->accessibleName(), u"Chloe lost the connection"_s);
        d.record(QuietStarted{d.clock.now()});
        QCOMPARE(announcer->accessibleName(), u"Everyone is quiet"_s);
        d.record(QuietEnded{});
        QCOMPARE(announcer->accessibleName(), u"Everyone may play"_s);
    }

private:
    static QStringList tabStops(Dashboard& d)
    {
        constexpr int kMost = 90;
        QStringList reached;
        for (int i = 0; i < kMost; ++i) {
            d.key(Qt::Key_Tab);
            if (const QWidget* focus = d.window.focusWidget()) {
                reached += focus->accessibleName();
            }
        }
        return reached;
    }
};

QTEST_MAIN(tst_Access)
#include "tst_Access.moc"

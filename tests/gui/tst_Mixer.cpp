#include "tests/gui/Dashboard.h"
#include "ui/models/SeatDrag.h"
#include "ui/widgets/RoleChannel.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Seats = std::vector<SeatId>;

namespace {

/// Seats 1 to 3 play Bass, the others Melody.
struct Mixer : Dashboard {
    Mixer()
    {
        startLesson();
        for (std::int32_t seat = 1; seat <= 6; ++seat) {
            room.join(seat, clock.now());
        }
        record(RoleAssigned{bass(), Role::Bass});
        settle();
    }
    static Seats bass() { return {SeatId{1}, SeatId{2}, SeatId{3}}; }
    RoleChannel* channel(const QString& role) const { return named<RoleChannel>(role); }
    QString textOf(const QString& button) const
    {
        const auto* found = named<QAbstractButton>(button);
        return found ? found->text() : QString();
    }
    static void drop(QWidget* on, const QByteArray& seats)
    {
        QMimeData mime;
        mime.setData(QString::fromLatin1(kSeatsMime), seats);
        const QPoint at = on->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(on, &enter);
        if (enter.isAccepted()) {
            QDropEvent event(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(on, &event);
        }
    }
};

} // namespace

class tst_Mixer : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void hasAChannelForEveryRoleOfTheGame()
    {
        Mixer d;
        d.beginGame("free_jam");
        QVERIFY(!d.channel(u"Conductor"_s));
        for (const QString& role :
             {u"Melody"_s, u"Harmony"_s, u"Bass"_s, u"Rhythm"_s, u"Listener"_s}) {
            QVERIFY2(d.channel(role), qPrintable(role));
        }
        d.beginGame("beat_ring");
        QVERIFY(d.channel(u"Conductor"_s));
    }

    void mutesARoleAndSaysSo()
    {
        Mixer d;
        QCOMPARE(d.textOf(u"Mute Bass"_s), u"3"_s);
        QVERIFY(d.click(u"Mute Bass"_s));
        QCOMPARE(d.sink.last<MuteRole>()->role, Role::Bass);
        QCOMPARE(d.sink.last<MuteRole>()->muted, true);
        d.record(SeatsMuted{{SeatId{1}}, true});
        QCOMPARE(d.textOf(u"Mute Bass"_s), u"3"_s);
        d.record(SeatsMuted{Mixer::bass(), true});
        QCOMPARE(d.textOf(u"Unmute Bass"_s), u"Muted"_s);
        QVERIFY(d.click(u"Unmute Bass"_s));
        QCOMPARE(d.sink.last<MuteRole>()->muted, false);
    }

    void cannotMuteARoleNobodyHas()
    {
        Mixer d;
        QCOMPARE(d.textOf(u"Mute Rhythm"_s), u"0"_s);
        QVERIFY(!d.click(u"Mute Rhythm"_s));
    }

    void mutesByKeyInTheOrderShown_data()
    {
        QTest::addColumn<QByteArray>("game");
        QTest::addColumn<int>("key");
        QTest::newRow("Bass is third in Free Jam") << QByteArray("free_jam") << int(Qt::Key_3);
        QTest::newRow("and fourth after Conductor") << QByteArray("beat_ring") << int(Qt::Key_4);
    }
    void mutesByKeyInTheOrderShown()
    {
        QFETCH(QByteArray, game);
        QFETCH(int, key);
        Mixer d;
        d.beginGame(game.constData());
        d.key(static_cast<Qt::Key>(key));
        QVERIFY(d.sink.last<MuteRole>());
        QCOMPARE(d.sink.last<MuteRole>()->role, Role::Bass);
        const QString tip = d.named<QWidget>(u"Mute Bass"_s)->toolTip();
        QVERIFY(tip.contains(QChar(u'0' + key - Qt::Key_0)));
    }

    void letsOneRolePlayAlone()
    {
        Mixer d;
        QVERIFY(d.click(u"Solo Bass"_s));
        QCOMPARE(d.sink.last<SoloRole>()->role, std::optional{Role::Bass});
        d.record(SoloChanged{Role::Bass});
        QVERIFY(d.named<QAbstractButton>(u"All roles play again"_s)->isChecked());
        QVERIFY(d.click(u"All roles play again"_s));
        QCOMPARE(d.sink.last<SoloRole>()->role, std::optional<Role>{});
    }

    void takesStudentsThatAreDropped()
    {
        Mixer d;
        Mixer::drop(d.channel(u"Rhythm"_s), "4,5");
        QVERIFY(d.sink.last<AssignRole>());
        QCOMPARE(d.sink.last<AssignRole>()->role, Role::Rhythm);
        QCOMPARE(d.sink.last<AssignRole>()->seats, (Seats{SeatId{4}, SeatId{5}}));
    }

    void takesNothingElse()
    {
        Mixer d;
        Mixer::drop(d.channel(u"Rhythm"_s), "no seats");
        QVERIFY(d.sink.commands.empty());
    }

    void showsHowMuchARolePlays()
    {
        Mixer d;
        d.clock.advance(10s);
        d.record(HandRaised{SeatId{24}, false});
        QCOMPARE(d.channel(u"Bass"_s)->level(), 0.0);
        d.room.note(1, 60, d.clock.now());
        const double one = d.channel(u"Bass"_s)->level();
        QVERIFY(one > 0.0);
        QCOMPARE(d.channel(u"Melody"_s)->level(), 0.0);
        d.room.note(2, 60, d.clock.now());
        QVERIFY(d.channel(u"Bass"_s)->level() > one);
        d.later(1s);
        QCOMPARE(d.channel(u"Bass"_s)->level(), 0.0);
    }
};

QTEST_MAIN(tst_Mixer)
#include "tst_Mixer.moc"

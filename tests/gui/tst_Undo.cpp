#include "tests/gui/LiveRoom.h"
#include "ui/models/Edits.h"
#include "ui/widgets/MessageBar.h"

#include <QLabel>
#include <QTimer>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

/// Something a teacher does.
using Deed = void (*)(Edits&);
const SeatId kLeo{2};
const SeatId kMei{3};

/// Where everything is that can be undone.
struct Picture {
    std::optional<Role> solo;
    std::vector<std::tuple<std::string, Role, bool, std::string, std::vector<int>>> seats;

    friend bool operator==(const Picture&, const Picture&) = default;
};

Picture pictureOf(const RoomState& room)
{
    Picture picture{room.solo, {}};
    for (const Seat& seat : room.seats) {
        picture.seats.emplace_back(seat.name, seat.role, seat.muted, seat.device,
                                   room.game->beatsOf(seat.id));
    }
    return picture;
}

} // namespace

class tst_Undo : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void takesEverythingBackAndDoesItAgain_data()
    {
        QTest::addColumn<Deed>("deed");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, Deed deed, const QString& words) {
            QTest::newRow(name) << deed << words;
        };
        row(
            "mute",
            [](Edits& e) {
                e.mute({kLeo, kMei}, true);
            },
            u"mute Ben and Chloe"_s);
        row(
            "mute all", [](Edits& e) { e.muteAll(true); }, u"mute everyone"_s);
        row(
            "mute a role", [](Edits& e) { e.muteRole(Role::Melody, true); }, u"mute Melody"_s);
        row(
            "solo", [](Edits& e) { e.solo(Role::Bass); }, u"only Bass plays"_s);
        row(
            "role", [](Edits& e) { e.assignRole({kLeo}, Role::Bass); },
            u"give Ben the role Bass"_s);
        row(
            "conductor", [](Edits& e) { e.assignRole({kLeo}, Role::Conductor); },
            u"give Ben the role Conductor"_s);
        row(
            "shuffle", [](Edits& e) { e.deal(Deal::Shuffle, 5); }, u"shuffle the roles"_s);
        row(
            "groups", [](Edits& e) { e.deal(Deal::Groups, 5); }, u"roles by group"_s);
        row(
            "beat", [](Edits& e) { e.assignBeat({kLeo}, 7); }, u"move Ben to beat 7"_s);
        row(
            "no beat", [](Edits& e) { e.assignBeat({kLeo}, 0); }, u"take the beat from Ben"_s);
        row(
            "free", [](Edits& e) { e.freeSeats({kLeo}); }, u"free the seat of Ben"_s);
        row(
            "rename", [](Edits& e) { e.rename(kLeo, u" Teo "_s); }, u"rename Ben to Teo"_s);
        row(
            "no name", [](Edits& e) { e.rename(kLeo, {}); }, u"rename Ben to Bear"_s);
        row(
            "another tablet", [](Edits& e) { e.giveSeat(SeatId{9}, "t3", 3); },
            u"move Ibrahim to tablet 3"_s);
        row(
            "swap", [](Edits& e) { e.swapSeats(kLeo, kMei); }, u"swap Ben and Chloe"_s);
        row(
            "swap with an empty seat", [](Edits& e) { e.swapSeats(kLeo, SeatId{9}); },
            u"the tablet of Ben is that of Ibrahim"_s);
    }

    void takesEverythingBackAndDoesItAgain()
    {
        QFETCH(Deed, deed);
        QFETCH(QString, words);
        Dashboard d;
        LiveRoom room(d);
        auto* edits = d.window.findChild<Edits*>();
        const Picture before = pictureOf(room.state());
        deed(*edits);
        QVERIFY(room.carryOut());
        const Picture after = pictureOf(room.state());
        QVERIFY(after != before);
        QCOMPARE(edits->history().undoText(), words);
        QVERIFY(d.says(u"Undo: "_s + words));
        d.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(room.carryOut());
        QVERIFY(pictureOf(room.state()) == before);
        QVERIFY(!d.says(u"Undo: "_s + words));
        d.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(room.carryOut());
        QVERIFY(pictureOf(room.state()) == after);
    }

    void leavesASeatToWhoTookItMeanwhile()
    {
        Dashboard d;
        LiveRoom room(d);
        auto* edits = d.window.findChild<Edits*>();
        edits->freeSeats({kLeo});
        QVERIFY(room.carryOut());
        room.submit(ClaimSeat{kLeo, "somebody-else", {}});
        QVERIFY(edits->undo());
        QVERIFY(room.carryOut());
        QCOMPARE(room.state().seat(kLeo)->device, std::string{"somebody-else"});
    }

    void remembersNothingThatChangesNothing()
    {
        Dashboard d;
        LiveRoom room(d);
        auto* edits = d.window.findChild<Edits*>();
        edits->mute({kLeo}, false);
        edits->muteAll(false);
        edits->muteRole(Role::Bass, true);
        edits->solo({});
        edits->assignRole({kLeo}, room.state().seat(kLeo)->role);
        edits->assignBeat({kLeo}, room.state().game->beatsOf(kLeo).front());
        edits->freeSeats({SeatId{20}});
        edits->rename(kLeo, u"Ben"_s);
        edits->giveSeat(kLeo, "t2", 2);
        edits->swapSeats(kLeo, kLeo);
        edits->swapSeats(SeatId{20}, kLeo);
        QVERIFY(d.sink.commands.empty());
        QCOMPARE(edits->history().count(), 0);
    }

    void undoesByTheButton()
    {
        Dashboard d;
        LiveRoom room(d);
        d.window.findChild<Edits*>()->mute({kLeo}, true);
        QVERIFY(room.carryOut());
        d.settle();
        QVERIFY(d.click(u"Undo"_s));
        QVERIFY(room.carryOut());
        QVERIFY(!room.state().seat(kLeo)->muted);
        QVERIFY(!d.shown<MessageBar>());
    }

    void offersForEightSecondsAndTakesNoKeyboard()
    {
        Dashboard d;
        LiveRoom room(d);
        QWidget* before = d.window.focusWidget();
        d.key(Qt::Key_M, Qt::ShiftModifier);
        QVERIFY(d.says(u"Undo: mute everyone"_s));
        QCOMPARE(d.window.focusWidget(), before);
        QCOMPARE(d.named<QWidget>(u"Undo"_s)->focusPolicy(), Qt::NoFocus);
        auto* bar = d.shown<MessageBar>();
        auto* timer = bar->findChild<QTimer*>();
        QVERIFY(timer->isActive());
        QCOMPARE(timer->interval(), 8000);
        QMetaObject::invokeMethod(timer, "timeout");
        QVERIFY(!d.shown<MessageBar>());
        // Too late for the button is not too late for the key.
        d.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(d.sink.last<MuteSeats>());
    }

    void neverTakesBackQuiet()
    {
        Dashboard d;
        LiveRoom room(d);
        d.key(Qt::Key_F8);
        QVERIFY(d.sink.last<BeQuiet>());
        d.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(d.sink.commands.size(), std::size_t{1});
    }

    void forgetsWithTheLesson()
    {
        Dashboard d;
        LiveRoom room(d);
        auto* edits = d.window.findChild<Edits*>();
        edits->mute({kLeo}, true);
        QVERIFY(room.carryOut());
        room.submit(EndLesson{});
        QCOMPARE(edits->history().count(), 0);
    }
};

QTEST_MAIN(tst_Undo)
#include "tst_Undo.moc"

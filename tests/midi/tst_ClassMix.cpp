#include "midi/ClassMix.h"

#include <QTest>

using namespace tutti;
using namespace tutti::midi;
using namespace std::chrono_literals;

namespace {

/// A room of one seat for each role that plays, and one that listens; and what comes out of the mix.
class Desk {
public:
    RoomState room;
    MixRing ring;
    ClassMix mix{ring};

    Desk()
    {
        int number = 0;
        for (const Role role : {Role::Melody, Role::Harmony, Role::Bass, Role::Rhythm, Role::Melody,
                                Role::Listener}) {
            Seat seat;
            seat.id = SeatId{++number};
            seat.role = role;
            seat.connections = 1;
            room.seats.push_back(seat);
        }
        mix.setPlaysClass(true);
    }

    void play(int seat, int midi) { feed(NotePlayed{note(seat, midi), {}}); }
    void stop(int seat, int midi)
    {
        StopNote end;
        end.seat = SeatId{seat};
        end.midi = midi;
        feed(NoteStopped{end, {}});
    }
    void feed(Event event)
    {
        mix.feed({EventEnvelope{1, ServerTime{1s}, {}, std::move(event)}}, room);
    }
    void teach(int midi)
    {
        PlayNote played = note(0, midi);
        played.guest = "teacher";
        played.byTeacher = true;
        feed(NotePlayed{played, {}});
    }
    void stopTeaching(int midi)
    {
        StopNote end;
        end.guest = "teacher";
        end.byTeacher = true;
        end.midi = midi;
        feed(NoteStopped{end, {}});
    }
    static PlayNote note(int seat, int midi)
    {
        PlayNote played;
        played.seat = SeatId{seat};
        played.midi = midi;
        return played;
    }

    /// What has come out since the last call: "+melody:60", "-bass:40", "silence"; "!" is the teacher's.
    std::vector<std::string> heard()
    {
        std::vector<std::string> log;
        while (const auto event = ring.pop()) {
            const std::string what =
                std::string{nameOf(event->role)} + ':' + std::to_string(event->key);
            const std::string who = event->byTeacher ? what + "!" : what;
            log.push_back(event->kind == MixEvent::Kind::On    ? '+' + who
                          : event->kind == MixEvent::Kind::Off ? '-' + who
                                                               : "silence");
        }
        return log;
    }
};

using Log = std::vector<std::string>;

} // namespace

class tst_ClassMix : public QObject {
    Q_OBJECT

private slots:
    void playsEachSeatByItsRole()
    {
        Desk desk;
        for (int seat = 1; seat <= 4; ++seat) {
            desk.play(seat, 60 + seat);
            desk.stop(seat, 60 + seat);
        }
        desk.play(6, 60);
        QCOMPARE(desk.heard(), (Log{"+melody:61", "-melody:61", "+harmony:62", "-harmony:62",
                                    "+bass:63", "-bass:63", "+rhythm:64", "-rhythm:64"}));
    }

    void endsANoteOfTwoWithTheSecond()
    {
        Desk desk;
        desk.play(1, 60);
        desk.play(5, 60);
        desk.stop(1, 60);
        QCOMPARE(desk.heard(), (Log{"+melody:60", "+melody:60"}));
        desk.stop(1, 60);
        desk.stop(5, 60);
        QCOMPARE(desk.heard(), (Log{"-melody:60"}));
    }

    void endsANoteInTheRoleItBeganIn()
    {
        Desk desk;
        desk.play(1, 60);
        desk.room.seats[0].role = Role::Bass;
        desk.stop(1, 60);
        QCOMPARE(desk.heard(), (Log{"+melody:60", "-melody:60"}));
    }

    void endsWhatASeatHoldsThatIsMutedOrGone()
    {
        Desk desk;
        desk.play(1, 60);
        desk.play(2, 62);
        desk.play(3, 40);
        desk.heard();
        desk.room.seats[0].muted = true;
        desk.feed(SeatsMuted{{SeatId{1}}, true});
        QCOMPARE(desk.heard(), (Log{"-melody:60"}));
        desk.room.seats[1].connections = 0;
        desk.feed(SeatDisconnected{SeatId{2}});
        QCOMPARE(desk.heard(), (Log{"-harmony:62"}));
        desk.room.solo = Role::Melody;
        desk.feed(SoloChanged{Role::Melody});
        QCOMPARE(desk.heard(), (Log{"-bass:40"}));
    }

    void endsWhatASeatHoldsWhoseRoleOrOwnerChanges()
    {
        Desk desk;
        desk.play(1, 60);
        desk.play(2, 62);
        desk.play(3, 40);
        desk.heard();
        desk.room.seats[0].role = Role::Bass;
        desk.feed(RoleAssigned{{SeatId{1}}, Role::Bass});
        QCOMPARE(desk.heard(), (Log{"-melody:60"}));
        desk.feed(SeatFreed{SeatId{3}, 2});
        QCOMPARE(desk.heard(), (Log{"-bass:40"}));
        desk.stop(3, 40);
        QVERIFY(desk.heard().empty());
    }

    void endsWhatSeatsHoldWhenAGameBegins()
    {
        Desk desk;
        desk.play(1, 60);
        desk.teach(60);
        desk.play(2, 62);
        desk.heard();
        desk.feed(GameChanged{});
        QVERIFY(desk.heard().empty());
        desk.feed(GameChanged{nullptr, true, false});
        QCOMPARE(desk.heard(), (Log{"-melody:60", "-harmony:62"}));
        desk.stopTeaching(60);
        QCOMPARE(desk.heard(), (Log{"-melody:60!"}));
    }

    void dropsANoteThatCameLate()
    {
        Desk desk;
        PlayNote note = Desk::note(1, 60);
        note.at = ServerTime{750ms};
        desk.feed(NotePlayed{note, *note.at});
        QCOMPARE(desk.heard(), (Log{"+melody:60"}));
        note = Desk::note(2, 62);
        note.at = ServerTime{749ms};
        desk.feed(NotePlayed{note, *note.at});
        desk.stop(2, 62);
        QVERIFY(desk.heard().empty());
    }

    void playsTheTeacherWhileTheClassIsOff()
    {
        Desk desk;
        desk.teach(60);
        desk.play(1, 60);
        desk.heard();
        desk.mix.setPlaysClass(false);
        desk.play(1, 64);
        desk.stop(1, 60);
        desk.stopTeaching(60);
        desk.teach(62);
        QCOMPARE(desk.heard(), (Log{"-melody:60!", "+melody:62!"}));
    }

    void silencesAllWhenQuietBeginsAndTheLessonEnds()
    {
        Desk desk;
        desk.play(1, 60);
        desk.feed(QuietStarted{});
        desk.stop(1, 60);
        desk.feed(LessonEnded{});
        QCOMPARE(desk.heard(), (Log{"+melody:60", "silence", "silence"}));
    }

    void playsGuestsAsMelodyEachByItsName()
    {
        Desk desk;
        PlayNote ann = Desk::note(0, 60);
        ann.guest = "ann";
        PlayNote bob = ann;
        bob.guest = "bob";
        desk.feed(NotePlayed{ann, {}});
        desk.feed(NotePlayed{bob, {}});
        StopNote end;
        end.midi = 60;
        end.guest = "ann";
        desk.feed(NoteStopped{end, {}});
        end.guest = "bob";
        desk.feed(NoteStopped{end, {}});
        QCOMPARE(desk.heard(), (Log{"+melody:60", "+melody:60", "-melody:60"}));
    }

    void dropsNotesWhenNobodyListensAndLeavesNoneHanging()
    {
        Desk desk;
        for (int i = 0; i < 1000; ++i) {
            desk.play(1, i % 100);
        }
        QCOMPARE(desk.heard().size(), std::size_t{512});
        desk.stop(1, 5);
        desk.play(2, 62);
        QCOMPARE(desk.heard(), (Log{"silence", "+harmony:62"}));
    }

    void ignoresWhatIsNoNote()
    {
        Desk desk;
        desk.play(1, 128);
        desk.play(1, -1);
        desk.feed(HandRaised{SeatId{1}, true});
        QVERIFY(desk.heard().empty());
    }
};

QTEST_APPLESS_MAIN(tst_ClassMix)
#include "tst_ClassMix.moc"

#include "app/store/Database.h"
#include "app/store/LessonRepository.h"
#include "tests/flow/RunningTutti.h"
#include "tests/flow/TestTablet.h"
#include "ui/models/RoomMirror.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace Qt::StringLiterals;

/// Follows one tap from a tablet's socket to its three ends: the other tablets, the dashboard, the
/// disk.
class tst_TapFlow : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }

    void reachesTabletsDashboardAndDisk()
    {
        LessonId lesson;
        {
            RunningTutti tutti;
            ui::RoomMirror mirror;
            connect(&tutti.backend(), &main::Backend::recorded, &mirror, &ui::RoomMirror::apply);
            QVERIFY(tutti.openLesson());
            TestTablet fox{tutti.base(), u"LARK"_s, 1};
            TestTablet bear{tutti.base(), u"LARK"_s, 2};
            fox.join();
            bear.join();
            QTRY_VERIFY(fox.isJoined() && bear.isJoined());

            fox.play(67);
            QTRY_COMPARE(bear.heard(u"play_note"_s), 1);
            QCOMPARE(bear.payloads(u"play_note"_s)[0].value("student_id"_L1), u"seat-1"_s);
            QCOMPARE(fox.heard(u"play_note"_s), 0);
            QTRY_VERIFY(mirror.state().seat(SeatId{1})->lastNote);
            QCOMPARE(mirror.state().seat(SeatId{1})->lastNote->midi, 67);

            lesson = mirror.state().lesson;
            QVERIFY(tutti.endLesson());
            QTRY_COMPARE(bear.heard(u"bye"_s), 1);
            m_kept = readNotes(tutti, lesson);
        }
        QCOMPARE(m_kept.size(), std::size_t{1});
        QCOMPARE(m_kept[0].midi, 67);
        QCOMPARE(m_kept[0].seat, SeatId{1});
    }

    void givesAReloadedTabletItsSeatBack()
    {
        RunningTutti tutti;
        QVERIFY(tutti.openLesson());
        TestTablet fox{tutti.base(), u"LARK"_s, 1};
        fox.join();
        QTRY_COMPARE(fox.heard(u"room_state"_s), 1);
        fox.socket().abort();
        TestTablet again{tutti.base(), u"LARK"_s, 1};
        again.open(fox.token());
        QTRY_COMPARE(again.heard(u"room_state"_s), 1);
        const QJsonArray seats = again.payloads(u"room_state"_s)[0]
                                     .value("you"_L1)
                                     .toObject()
                                     .value("seats"_L1)
                                     .toArray();
        QCOMPARE(seats.at(0).toObject().value("seat"_L1).toInt(), 1);
    }

private:
    static std::vector<store::NoteRow> readNotes(RunningTutti& tutti, LessonId lesson)
    {
        std::vector<store::NoteRow> notes;
        // The journal writes within a second of a note, and at once when the lesson ends.
        const auto look = [&] {
            const auto database = store::Database::open(tutti.databasePath());
            if (!database) {
                return false;
            }
            notes = store::LessonRepository{*database}.notes(lesson).value_or(
                std::vector<store::NoteRow>{});
            return !notes.empty();
        };
        [[maybe_unused]] const bool found = QTest::qWaitFor(look, 5000);
        return notes;
    }

    std::vector<store::NoteRow> m_kept;
};

QTEST_MAIN(tst_TapFlow)
#include "tst_TapFlow.moc"

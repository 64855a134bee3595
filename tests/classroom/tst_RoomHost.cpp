#include "app/classroom/RoomHost.h"
#include "app/domain/Avatar.h"
#include "app/games/Games.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace tutti;
using namespace tutti::classroom;
using tutti::test::ManualClock;

namespace {

OpenRoom openCommand()
{
    return {ClassId{1}, "My class", false, {"LARK"}, LessonId{7}, 0, {{SeatId{1}, "fox", ""}}};
}

} // namespace

class tst_RoomHost : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void tellsOnceATurnInOrder()
    {
        RoomHost host{m_clock, m_games, {}};
        std::vector<Batch> batches;
        connect(&host, &RoomHost::recorded, this, [&](const Batch& b) { batches.push_back(b); });
        host.submit(openCommand(), {});
        host.submit(StartLesson{}, {});
        QVERIFY(batches.empty());
        host.publish();
        host.publish();
        QCOMPARE(batches.size(), std::size_t{1});
        for (std::size_t i = 0; i < batches[0].size(); ++i) {
            QCOMPARE(batches[0][i].seq, i + 1);
        }
    }

    void answersTheSenderAfterTheEventsOfTheTurn()
    {
        RoomHost host{m_clock, m_games, {}};
        QStringList order;
        connect(&host, &RoomHost::recorded, this,
                [&](const Batch&) { order << QStringLiteral("recorded"); });
        std::vector<Notice> notices;
        connect(&host, &RoomHost::noticed, this, [&](const Notice& n) {
            order << QStringLiteral("noticed");
            notices.push_back(n);
        });
        host.submit(BeQuiet{}, {PeerId{5}, "ref"});
        host.submit(openCommand(), {});
        host.publish();
        QCOMPARE(order, (QStringList{QStringLiteral("recorded"), QStringLiteral("noticed")}));
        QCOMPARE(notices[0].to, (Origin{PeerId{5}, "ref"}));
        QCOMPARE(std::get<Refused>(notices[0].body).error.code, ErrorCode::RoomClosed);
    }

    void hasTheRulesKnowWhoSends()
    {
        RoomHost host{m_clock, m_games, {true, {1.0, 1.0}}};
        int notes = 0;
        connect(&host, &RoomHost::recorded, this, [&](const Batch& batch) {
            notes += static_cast<int>(std::count_if(batch.begin(), batch.end(), [](const auto& e) {
                return std::holds_alternative<NotePlayed>(e.event);
            }));
        });
        host.submit(openCommand(), {});
        host.submit(PlayNote{}, {PeerId{5}});
        host.submit(PlayNote{}, {PeerId{5}});
        host.submit(PlayNote{}, {PeerId{6}});
        host.publish();
        QCOMPARE(notes, 2);
    }

    void publishesWhatListenersSubmitInReturn()
    {
        RoomHost host{m_clock, m_games, {}};
        int events = 0;
        connect(&host, &RoomHost::recorded, this, [&](const Batch& batch) {
            events += static_cast<int>(batch.size());
            if (std::holds_alternative<RoomOpened>(batch.front().event)) {
                host.submit(StartLesson{}, {});
            }
        });
        host.submit(openCommand(), {});
        host.publish();
        QCOMPARE(events, 3);
    }

    void letsTheGameLookAtTheTimeByItself()
    {
        RoomHost host{m_clock, m_games, {}};
        int rows = 0;
        connect(&host, &RoomHost::recorded, this, [&](const Batch& batch) {
            for (const EventEnvelope& envelope : batch) {
                const auto* closed = std::get_if<OpportunitiesClosed>(&envelope.event);
                rows += closed ? static_cast<int>(closed->opportunities.size()) : 0;
            }
        });
        for (const Command& command : std::initializer_list<Command>{
                 openCommand(), StartLesson{"beat_ring"}, ClaimSeat{SeatId{1}, "a"},
                 ConnectSeat{SeatId{1}}, ChangeCountIn{0}}) {
            host.submit(command, {});
        }
        m_clock.advance(std::chrono::seconds{1});
        host.submit(Tick{}, {});
        host.submit(StartTransport{}, {});
        m_clock.advance(std::chrono::seconds{1});
        // The timer is armed anew by whatever comes in, except by a note, which leaves it as it is; what is due by then is
        // due at once.
        host.submit(MarkMoment{}, {});
        PlayNote note;
        note.seat = SeatId{1};
        host.submit(note, {});
        QTRY_COMPARE((host.publish(), rows), 1);
    }

private:
    ManualClock m_clock;
    GameRegistry m_games = games::allGames();
};

QTEST_GUILESS_MAIN(tst_RoomHost)
#include "tst_RoomHost.moc"

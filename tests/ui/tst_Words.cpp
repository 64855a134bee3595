#include "app/domain/Avatar.h"
#include "ui/models/Words.h"

#include <QTest>

#include <set>

using namespace tutti;
using namespace tutti::ui;
using namespace Qt::StringLiterals;

namespace {

Seat chloe()
{
    Seat seat;
    seat.id = SeatId{3};
    seat.avatar = "owl";
    seat.name = "Chloe";
    seat.presence = Presence::Here;
    seat.connection = Connection::Good;
    return seat;
}

} // namespace

class tst_Words : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void namesEveryAnimalDifferently()
    {
        std::set<QString> words;
        for (const std::string& avatar : avatarNames()) {
            const QString word = avatarWord(avatar);
            QVERIFY2(word.at(0).isUpper(), avatar.c_str());
            QVERIFY2(words.insert(word).second, avatar.c_str());
        }
        QCOMPARE(avatarWord("fox"), u"Fox"_s);
        QCOMPARE(avatarWord("hat-fox"), u"Fox with a hat"_s);
    }

    void callsAChildByNameOrAnimal()
    {
        Seat seat = chloe();
        QCOMPARE(seatTitle(seat), u"Chloe"_s);
        seat.name.clear();
        QCOMPARE(seatTitle(seat), u"Owl"_s);
    }

    void saysTheStateInTheSecondLine_data()
    {
        QTest::addColumn<TileState>("state");
        QTest::addColumn<QString>("word");
        QTest::newRow("here") << TileState::Here << u"Bass"_s;
        QTest::newRow("playing") << TileState::Playing << u"Bass"_s;
        QTest::newRow("needs help") << TileState::NeedsHelp << u"Needs help"_s;
        QTest::newRow("rejoining") << TileState::Rejoining << u"Rejoining…"_s;
        QTest::newRow("away") << TileState::Away << u"Away"_s;
        QTest::newRow("weak") << TileState::WeakWifi << u"Weak Wi-Fi"_s;
        QTest::newRow("muted") << TileState::Muted << u"Muted"_s;
        QTest::newRow("listening") << TileState::Listening << u"Listening"_s;
        QTest::newRow("empty") << TileState::Empty << u"Not here"_s;
    }

    void saysTheStateInTheSecondLine()
    {
        QFETCH(TileState, state);
        QTEST(tileWord(state, Role::Bass), "word");
    }

    void speaksATileInOneSentence()
    {
        Seat seat = chloe();
        QCOMPARE(tileSentence(seat, TileState::Here),
                 u"Chloe, Melody, here, good connection, not muted"_s);
        QCOMPARE(tileSentence(seat, TileState::NeedsHelp),
                 u"Chloe, Melody, needs help, good connection, not muted"_s);
        QCOMPARE(tileSentence(seat, TileState::Listening),
                 u"Chloe, Melody, listening, good connection, not muted"_s);
        seat.muted = true;
        seat.role = Role::Rhythm;
        seat.presence = Presence::Rejoining;
        seat.connection = Connection::None;
        QCOMPARE(tileSentence(seat, TileState::Rejoining),
                 u"Chloe, Rhythm, rejoining, no connection, muted"_s);
        seat.presence = Presence::Away;
        seat.connection = Connection::Weak;
        QCOMPARE(tileSentence(seat, TileState::Away),
                 u"Chloe, Rhythm, away, weak connection, muted"_s);
        seat.presence = Presence::Empty;
        seat.connection = Connection::Fair;
        QCOMPARE(tileSentence(seat, TileState::Empty),
                 u"Chloe, Rhythm, not here, fair connection, muted"_s);
    }

    void speaksOfTheBeatsASeatOwns()
    {
        const Seat seat = chloe();
        QCOMPARE(tileSentence(seat, TileState::Here, {3}),
                 u"Chloe, Melody, beat 3, here, good connection, not muted"_s);
        QCOMPARE(tileSentence(seat, TileState::Here, {1, 9}),
                 u"Chloe, Melody, beats 1 and 9, here, good connection, not muted"_s);
    }

    void namesOneOrTwoAndCountsMore()
    {
        Seat leo = chloe();
        leo.name = "Leo";
        QCOMPARE(seatsWord({}), QString());
        QCOMPARE(seatsWord({chloe()}), u"Chloe"_s);
        QCOMPARE(seatsWord({chloe(), leo}), u"Chloe and Leo"_s);
        QCOMPARE(seatsWord({chloe(), leo, leo}), u"3 students"_s);
    }

    void hasAWordForEveryMood()
    {
        std::set<QString> words;
        for (const Mood mood : kMoods) {
            QVERIFY(words.insert(moodWord(mood)).second);
        }
    }

    void saysHowLongAgo_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("word");
        QTest::newRow("a clock ahead of ours") << -2 << u"Just now"_s;
        QTest::newRow("now") << 4 << u"Just now"_s;
        QTest::newRow("in steps of five") << 23 << u"20 seconds ago"_s;
        QTest::newRow("a minute") << 119 << u"1 minute ago"_s;
        QTest::newRow("minutes") << 120 << u"2 minutes ago"_s;
    }
    void saysHowLongAgo()
    {
        QFETCH(int, seconds);
        QTEST(agoWord(std::chrono::seconds{seconds}), "word");
    }

    void namesEveryRoleWithItsDrawing()
    {
        std::set<QString> words;
        for (const Role role : kRoles) {
            QVERIFY(words.insert(roleWord(role)).second);
            QCOMPARE(roleIcon(role), u"role-"_s + roleWord(role).toLower());
        }
    }

    void saysHowATempoFeels_data()
    {
        QTest::addColumn<double>("bpm");
        QTest::addColumn<QString>("word");
        QTest::newRow("20") << 20.0 << u"Slow"_s;
        QTest::newRow("59") << 59.0 << u"Slow"_s;
        QTest::newRow("60") << 60.0 << u"Calm"_s;
        QTest::newRow("96") << 96.0 << u"Walking"_s;
        QTest::newRow("120") << 120.0 << u"Lively"_s;
        QTest::newRow("138") << 138.0 << u"Fast"_s;
        QTest::newRow("176") << 176.0 << u"Very fast"_s;
        QTest::newRow("300") << 300.0 << u"Very fast"_s;
    }

    void saysHowATempoFeels()
    {
        QFETCH(double, bpm);
        QTEST(tempoWord(Tempo::fromBpm(bpm)), "word");
    }

    void writesDurations_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("written");
        QTest::newRow("nothing") << 0 << u"0:00"_s;
        QTest::newRow("never below nothing") << -3 << u"0:00"_s;
        QTest::newRow("seconds") << 9 << u"0:09"_s;
        QTest::newRow("minutes") << 1104 << u"18:24"_s;
        QTest::newRow("almost an hour") << 3599 << u"59:59"_s;
        QTest::newRow("an hour") << 3600 << u"1:00:00"_s;
        QTest::newRow("hours") << 7384 << u"2:03:04"_s;
    }

    void writesDurations()
    {
        QFETCH(int, seconds);
        QTEST(durationWord(std::chrono::seconds{seconds}), "written");
    }

    void writesMeters() { QCOMPARE(meterWord(Meter{6, 8}), u"6/8"_s); }
};

QTEST_GUILESS_MAIN(tst_Words)
#include "tst_Words.moc"

#include "app/games/Games.h"
#include "tests/games/RingFixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tutti;
using namespace tutti::test;

namespace {

QJsonObject objectOf(const RoomState& state)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(state.game->encode())).object();
}

std::string textOf(const QJsonObject& object)
{
    return QJsonDocument{object}.toJson().toStdString();
}

} // namespace

class tst_RingCodec : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void writesWhatTabletsRead()
    {
        RingFixture f{3};
        f.play();
        f.playWell(1, 8);
        f.move("assign", R"({"seats":[2],"beat":5})");
        const QJsonObject object = objectOf(f.state());
        const QByteArray text = QJsonDocument{object}.toJson(QJsonDocument::Compact);
        for (const char* part :
             {R"("beats":8)",
              R"("each":1)",
              R"("level":"sprout")",
              R"("hit_us":120000)",
              R"("close_us":180000)",
              R"("notes":[60,62,64,67,69,67,64,62])",
              R"("rest":[])",
              R"("ghost":true)",
              R"("turn":"left")",
              R"("every":0)",
              R"("round":1)",
              R"("rounds":4)",
              R"("phase":"play")",
              R"("from_beat":1)",
              R"("owners":[[1],[2],[3],[],[],[],[],[]])",
              R"("next":{"from_beat":17,"owners":[[1],[],[3],[],[2],[],[],[]]})",
              R"("watching":[])",
              R"("cover":[{"beat":4,"seat":3},{"beat":5,"seat":3},{"beat":6,"seat":3},)"
              R"({"beat":7,"seat":3},{"beat":8,"seat":3}])",
              R"("lit":[true,true,true,null,null,null,null,null])",
              R"("bars":1)",
              R"("held":1)",
              R"("run":1)",
              R"("best":1)",
              R"("offered":3)",
              R"("answered":3)",
              R"("in_time":3)"}) {
            QVERIFY2(text.contains(part), text + "\nhas no " + part);
        }
    }

    void climbsAndFallsOverTheScale_data()
    {
        QTest::addColumn<int>("beats");
        QTest::addColumn<std::vector<int>>("notes");
        QTest::newRow("4") << 4 << std::vector{60, 62, 64, 62};
        QTest::newRow("8") << 8 << std::vector{60, 62, 64, 67, 69, 67, 64, 62};
        QTest::newRow("16") << 16 << std::vector{60, 62, 64, 67, 69, 72, 74, 76,
                                                 79, 76, 74, 72, 69, 67, 64, 62};
    }

    void climbsAndFallsOverTheScale()
    {
        QFETCH(int, beats);
        QFETCH(std::vector<int>, notes);
        games::Ring ring;
        ring.beats = beats;
        QVERIFY(ring.notes() == notes);
    }

    void readsBackWhatItWroteAtEveryMoment()
    {
        RingFixture f{5};
        const Game* game = f.games.find("beat_ring");
        const auto same = [&] {
            const std::string text = f.state().game->encode();
            const auto read = game->decode(text);
            return read && read->encode() == text &&
                   static_cast<const games::BeatRingState&>(*read).ring == f.ring();
        };
        QVERIFY(same());
        f.play();
        f.playWell(1, 5);
        QVERIFY(same());
        f.move("set", R"({"rest":[2,4],"turn":"shuffle","level":"tree"})");
        f.move("next_round");
        QVERIFY(same());
        f.submit(AssignRole{{SeatId{1}}, Role::Conductor});
        f.move("hand", R"({"up":true})", 1);
        QVERIFY(same());
        QCOMPARE(f.state().game->game(), game->id());
    }

    void readsNothingElse_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no beats") << QStringLiteral("beats") << QJsonValue{};
        QTest::newRow("odd ring") << QStringLiteral("beats") << QJsonValue{5};
        QTest::newRow("text") << QStringLiteral("beats") << QJsonValue{QStringLiteral("8")};
        QTest::newRow("no such level")
            << QStringLiteral("level") << QJsonValue{QStringLiteral("bush")};
        QTest::newRow("another window") << QStringLiteral("hit_us") << QJsonValue{1};
        QTest::newRow("below zero") << QStringLiteral("bars") << QJsonValue{-1};
        QTest::newRow("half a pass") << QStringLiteral("bars") << QJsonValue{0.5};
        QTest::newRow("too few owners") << QStringLiteral("owners") << QJsonValue{QJsonArray{}};
        QTest::newRow("no pass begins there") << QStringLiteral("from_beat") << QJsonValue{2};
        QTest::newRow("no such seat") << QStringLiteral("watching") << QJsonValue{QJsonArray{49}};
        QTest::newRow("no such beat") << QStringLiteral("rest") << QJsonValue{QJsonArray{9}};
        QTest::newRow("not yes or no") << QStringLiteral("ghost") << QJsonValue{1};
        QTest::newRow("unknown key") << QStringLiteral("more") << QJsonValue{1};
    }

    void readsNothingElse()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        RingFixture f{2};
        const Game* game = f.games.find("beat_ring");
        QJsonObject object = objectOf(f.state());
        QVERIFY(game->decode(textOf(object)));
        if (value.isNull()) {
            object.remove(key);
        } else {
            object.insert(key, value);
        }
        QVERIFY(!game->decode(textOf(object)));
        QVERIFY(!game->decode(""));
        QVERIFY(!game->decode("[]"));
    }
};

QTEST_GUILESS_MAIN(tst_RingCodec)
#include "tst_RingCodec.moc"

#include "app/domain/RoomState.h"
#include "app/games/Games.h"

#include <QTest>

using namespace tutti;

class tst_FreeJam : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void readsBackWhatItWrote()
    {
        const GameRegistry games = games::allGames();
        const Game* game = games.find("free_jam");
        const RoomState room;
        const GameStatePtr state = game->begin({room, {}, {}}, 0);
        QCOMPARE(game->decode(state->encode())->encode(), state->encode());
        QCOMPARE(state->game(), game->id());
    }

    void readsNothingElse_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray{};
        QTest::newRow("not json") << QByteArray{"notes"};
        QTest::newRow("no notes") << QByteArray{"{}"};
        QTest::newRow("a role missing") << QByteArray{R"({"notes":{"melody":[60]}})"};
        QTest::newRow("not a note")
            << QByteArray{R"({"notes":{"melody":[128],"harmony":[],"bass":[],"rhythm":[]}})"};
    }

    void readsNothingElse()
    {
        QFETCH(QByteArray, json);
        const GameRegistry games = games::allGames();
        QVERIFY(!games.find("free_jam")->decode(json.toStdString()));
    }

    void isTheGameALessonBeginsWith()
    {
        QCOMPARE(games::allGames().first()->id(), std::string_view{"free_jam"});
        QVERIFY(!GameRegistry{}.first());
    }

    void knowsEveryGameByItsName()
    {
        const GameRegistry games = games::allGames();
        QCOMPARE(games.find("beat_ring")->id(), std::string_view{"beat_ring"});
        QVERIFY(!games.find("echo"));
    }

    void ownsNoBeatsAndWaitsForNothing()
    {
        const RoomState room;
        const GameRegistry games = games::allGames();
        const Game* game = games.find("free_jam");
        const GameView view{room, {}, {}};
        const GameStatePtr state = game->begin(view, 0);
        QVERIFY(state->beatsOf(SeatId{1}).empty());
        QVERIFY(!state->hasConductor());
        QVERIFY(!game->nextDue(*state, view));
        QVERIFY(!game->move(*state, view, {{}, "set", "{}"}));
    }
};

QTEST_GUILESS_MAIN(tst_FreeJam)
#include "tst_FreeJam.moc"

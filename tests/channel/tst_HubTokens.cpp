#include "tests/channel/HubFixture.h"
#include "tests/channel/Jwt.h"

#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace std::chrono_literals;

namespace {

QByteArray tokenJson(const QString& token)
{
    return R"({"access_token":")" + token.toLatin1() + R"("})";
}

QByteArray signedJson(const QByteArray& claims)
{
    return tokenJson(jwt(R"({"alg":"HS256"})", claims, kSecret));
}

} // namespace

/// Tokens of a channel while it lives (PROTOCOL.md 4.7).
class tst_HubTokens : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }
    void takesANewTokenWithoutAWord();
    void ignoresWhatIsNoNewToken_data();
    void ignoresWhatIsNoNewToken();
    void ignoresTheTokenItHasEvenWhenExpired();
    void closesOnATokenThatDoesNotVerify_data();
    void closesOnATokenThatDoesNotVerify();
    void closesTheChannelWhenItsTokenRunsOut();
    void closesOnlyTheChannelsWhoseTokenRanOut();
    void livesOnWithANewerToken();
    void livesNoLongerThanItsNewestToken();
    void closesAPrivateChannelThatLosesItsRight();
};

void tst_HubTokens::takesANewTokenWithoutAWord()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.join();
    owl.join();
    fox.say("2", "access_token", tokenJson(f.token(QStringLiteral("teacher"))));
    QCOMPARE(fox.heard(), Texts{});
    owl.play(60);
    QCOMPARE(fox.heard(), Texts{noteHeard(60)});
}

void tst_HubTokens::ignoresWhatIsNoNewToken_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("null") << QByteArray{R"({"access_token":null})"};
    QTest::newRow("missing") << QByteArray{"{}"};
    QTest::newRow("number") << QByteArray{R"({"access_token":5})"};
    QTest::newRow("publishable key") << QByteArray{R"({"access_token":"sb_publishable_x"})"};
    QTest::newRow("payload is text") << QByteArray{R"("junk")"};
}

void tst_HubTokens::ignoresWhatIsNoNewToken()
{
    QFETCH(QByteArray, payload);
    HubFixture f;
    Tablet fox{f, 1};
    fox.join();
    fox.say("2", "access_token", payload);
    fox.say("3", "presence", "{}");
    QCOMPARE(fox.heard(), Texts{okReply("3")});
}

void tst_HubTokens::ignoresTheTokenItHasEvenWhenExpired()
{
    HubFixture f;
    Tablet fox{f, 1};
    const QString token = f.token(QStringLiteral("anon"), 10);
    fox.joinWith(token);
    f.clock.advance(11s);
    fox.say("2", "access_token", tokenJson(token));
    QCOMPARE(fox.peer.takeTexts(), Texts{});
    QCOMPARE(fox.heard(), closedBecause("Token has expired 1 seconds ago")); // at the turn's end
}

void tst_HubTokens::closesOnATokenThatDoesNotVerify_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const QByteArray& payload, const QByteArray& message) {
        QTest::newRow(name) << payload << message;
    };
    row("junk", tokenJson(QStringLiteral("junk")), "The token provided is not a valid JWT");
    row("empty", tokenJson({}), "The token provided is not a valid JWT");
    row("expired", signedJson(R"({"role":"anon","exp":1700000003})"),
        "Token has expired 7 seconds ago");
    row("no role", signedJson(R"({"exp":1900000000})"),
        "Fields `role` and `exp` are required in JWT");
    row("signature",
        tokenJson(jwt(R"({"alg":"HS256"})", R"({"role":"anon","exp":1900000000})", "other")),
        "Failed to validate JWT signature");
}

void tst_HubTokens::closesOnATokenThatDoesNotVerify()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, message);
    HubFixture f;
    Tablet fox{f, 1};
    fox.join();
    fox.say("2", "access_token", payload);
    QCOMPARE(fox.heard(), closedBecause(message));
    QVERIFY(fox.lives());
}

void tst_HubTokens::closesTheChannelWhenItsTokenRunsOut()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    fox.joinWith(f.token(QStringLiteral("anon"), 10));
    owl.join();
    f.clock.advance(9s);
    QCOMPARE(fox.heard(), Texts{});
    f.clock.advance(3s);
    QCOMPARE(fox.heard(), closedBecause("Token has expired 2 seconds ago"));
    QVERIFY(fox.lives());
    owl.play(60);
    QCOMPARE(fox.heard(), Texts{});
}

void tst_HubTokens::closesOnlyTheChannelsWhoseTokenRanOut()
{
    HubFixture f;
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    Tablet bear{f, 3};
    fox.joinWith(f.token(QStringLiteral("anon"), 10));
    owl.joinWith(f.token(QStringLiteral("anon"), 20));
    bear.join();
    f.clock.advance(10s);
    QCOMPARE(fox.heard(), closedBecause("Token has expired 0 seconds ago"));
    QCOMPARE(owl.heard(), Texts{});
    f.clock.advance(10s);
    QCOMPARE(owl.heard(), closedBecause("Token has expired 0 seconds ago"));
    QCOMPARE(bear.heard(), Texts{});
}

void tst_HubTokens::livesOnWithANewerToken()
{
    HubFixture f;
    Tablet fox{f, 1};
    fox.joinWith(f.token(QStringLiteral("anon"), 10));
    fox.say("2", "access_token", tokenJson(f.token(QStringLiteral("anon"), 30)));
    f.clock.advance(29s);
    QCOMPARE(fox.heard(), Texts{});
    f.clock.advance(1s);
    QCOMPARE(fox.heard(), closedBecause("Token has expired 0 seconds ago"));
}

void tst_HubTokens::livesNoLongerThanItsNewestToken()
{
    HubFixture f;
    Tablet fox{f, 1};
    fox.join();
    fox.say("2", "access_token", tokenJson(f.token(QStringLiteral("anon"), 10)));
    f.clock.advance(10s);
    QCOMPARE(fox.heard(), closedBecause("Token has expired 0 seconds ago"));
}

void tst_HubTokens::closesAPrivateChannelThatLosesItsRight()
{
    HubFixture f{{}, false};
    Tablet fox{f, 1};
    fox.joinWith(f.token(QStringLiteral("teacher")), R"({"private":true})");
    fox.say("2", "access_token", tokenJson(f.token(QStringLiteral("anon"))));
    QCOMPARE(fox.heard(),
             closedBecause("You do not have permissions to read from this Channel topic: song"));
}

QTEST_GUILESS_MAIN(tst_HubTokens)
#include "tst_HubTokens.moc"

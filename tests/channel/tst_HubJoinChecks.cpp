#include "tests/channel/HubFixture.h"
#include "tests/channel/Jwt.h"

#include <QJsonArray>
#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace std::chrono_literals;

namespace {

QByteArray withToken(const QString& token)
{
    return R"({"access_token":")" + token.toLatin1() + R"("})";
}

QByteArray withClaims(const QByteArray& claims, const QByteArray& alg = "HS256")
{
    return withToken(jwt(R"({"alg":")" + alg + R"("})", claims, kSecret));
}

/// What a join of "realtime:song" is answered: "ok", or the reason of its refusal.
QByteArray answerTo(Tablet& tablet, const QByteArray& payload,
                    const QByteArray& topic = "realtime:song")
{
    tablet.sayOn(topic, "1", "1", "phx_join", payload);
    const Texts heard = tablet.heard();
    const QJsonValue reply = QJsonDocument::fromJson(heard.value(0)).array().at(4);
    return reply[u"status"].toString() == QLatin1String("ok")
               ? "ok"
               : reply[u"response"][u"reason"].toString().toUtf8();
}

} // namespace

/// Why a join is refused, and in which words (PROTOCOL.md 4.4).
class tst_HubJoinChecks : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }
    void answersWithTheProtocolsReason_data();
    void answersWithTheProtocolsReason();
    void fallsBackToTheConnectionsToken_data();
    void fallsBackToTheConnectionsToken();
    void refusesAConnectionsTokenThatHasExpired();
    void closesTheSocketOfOneJoinTooMany();
    void limitsTheChannelsOfASocket();
    void takesWhatIsJustSmallEnough();
    void keepsPrivateTopicsForTeachersWhenSoConfigured_data();
    void keepsPrivateTopicsForTeachersWhenSoConfigured();
    void checksInTheProtocolsOrder();
};

void tst_HubJoinChecks::answersWithTheProtocolsReason_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const QByteArray& payload, const QByteArray& reason) {
        QTest::newRow(name) << payload << reason;
    };
    const auto replay = [](const QByteArray& value, const QByteArray& isPrivate) {
        return R"({"config":{"broadcast":{"replay":)" + value + R"(},"private":)" + isPrivate +
               "}}";
    };
    row("nothing asked for", "{}", "ok");
    row("junk for options", R"({"config":{"broadcast":7,"private":[]},"more":1})", "ok");
    row("expired", withClaims(R"({"role":"anon","exp":1700000000})"),
        "InvalidJWTToken: Token has expired 10 seconds ago");
    row("no role", withClaims(R"({"exp":1900000000})"),
        "InvalidJWTToken: Fields `role` and `exp` are required in JWT");
    row("no exp", withClaims(R"({"role":"anon"})"),
        "InvalidJWTToken: Fields `role` and `exp` are required in JWT");
    row("exp is text", withClaims(R"({"role":"anon","exp":"soon"})"),
        "InvalidJWTToken: Token expiration time is invalid");
    row("no JWT", withToken(QStringLiteral("junk")),
        "MalformedJWT: The token provided is not a valid JWT");
    row("signature",
        withToken(jwt(R"({"alg":"HS256"})", R"({"role":"anon","exp":1900000000})", "other")),
        "JwtSignatureError: Failed to validate JWT signature");
    row("signer", withClaims(R"({"role":"anon","exp":1900000000})", "none"),
        "JwtSignerError: Failed to generate JWT signer, check your JWT secret or JWKS "
        "configuration");
    row("replay on public", replay(R"({"since":1})", "false"),
        "UnableToReplayMessages: Replay is not allowed for public channels");
    row("replay that is no object on public", replay("1", "false"),
        "UnableToReplayMessages: Replay is not allowed for public channels");
    row("replay without since", replay("{}", "true"),
        "UnableToReplayMessages: Replay params are not valid");
    row("replay of nothing", replay(R"({"since":1})", "true"), "ok");
    row("replay that is no object on private", replay("1", "true"), "ok");
}

void tst_HubJoinChecks::answersWithTheProtocolsReason()
{
    QFETCH(QByteArray, payload);
    HubFixture f;
    Tablet fox{f, 1};
    QTEST(answerTo(fox, payload), "reason");
    QVERIFY(fox.lives());
}

void tst_HubJoinChecks::fallsBackToTheConnectionsToken_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("publishable key") << QByteArray{R"({"access_token":"sb_publishable_x"})"};
    QTest::newRow("empty") << QByteArray{R"({"access_token":""})"};
    QTest::newRow("null") << QByteArray{R"({"access_token":null})"};
    QTest::newRow("payload is null") << QByteArray{"null"};
}

void tst_HubJoinChecks::fallsBackToTheConnectionsToken()
{
    QFETCH(QByteArray, payload);
    HubFixture f;
    Tablet fox{f, 1};
    QCOMPARE(answerTo(fox, payload), QByteArray{"ok"});
}

void tst_HubJoinChecks::refusesAConnectionsTokenThatHasExpired()
{
    HubFixture f;
    Tablet fox{f, 1};
    f.clock.advance(3605s);
    QCOMPARE(answerTo(fox, "{}"), QByteArray{"InvalidJWTToken: Token has expired 5 seconds ago"});
    QCOMPARE(answerTo(fox, withToken(f.token())), QByteArray{"ok"});
}

void tst_HubJoinChecks::closesTheSocketOfOneJoinTooMany()
{
    HubFixture f{{.joinsPerSecond = 2}};
    Tablet fox{f, 1};
    Tablet owl{f, 2};
    QCOMPARE(answerTo(fox, "{}"), QByteArray{"ok"});
    QCOMPARE(answerTo(fox, "{}", "realtime:a"), QByteArray{"ok"});
    QCOMPARE(answerTo(owl, "{}"),
             QByteArray{"ClientJoinRateLimitReached: Too many joins per second"});
    QCOMPARE(owl.peer.closedWith.value().first, 1001);
    QVERIFY(!fox.peer.closedWith);
}

void tst_HubJoinChecks::takesWhatIsJustSmallEnough()
{
    HubFixture f;
    Tablet fox{f, 1};
    QCOMPARE(answerTo(fox, R"({"config":{"presence":{"key":")" + QByteArray(64, 'k') + R"("}}})",
                      "realtime:" + QByteArray(246, 'x')),
             QByteArray{"ok"});
}

void tst_HubJoinChecks::limitsTheChannelsOfASocket()
{
    HubFixture f{{.channelsPerSocket = 2}};
    Tablet fox{f, 1};
    QCOMPARE(answerTo(fox, "{}"), QByteArray{"ok"});
    QCOMPARE(answerTo(fox, "{}", "realtime:a"), QByteArray{"ok"});
    QCOMPARE(answerTo(fox, "{}", "realtime:b"),
             QByteArray{"ChannelRateLimitReached: Too many channels"});
    QCOMPARE(answerTo(fox, "{}"), QByteArray{"ok"}); // in place of the first
}

void tst_HubJoinChecks::keepsPrivateTopicsForTeachersWhenSoConfigured_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray no =
        "Unauthorized: You do not have permissions to read from this Channel topic: song";
    QTest::newRow("anon") << QStringLiteral("anon") << no;
    QTest::newRow("seat") << QStringLiteral("seat") << no;
    QTest::newRow("teacher") << QStringLiteral("teacher") << QByteArray{"ok"};
    QTest::newRow("service") << QStringLiteral("service_role") << QByteArray{"ok"};
}

void tst_HubJoinChecks::keepsPrivateTopicsForTeachersWhenSoConfigured()
{
    QFETCH(QString, role);
    HubFixture f{{}, false};
    Tablet fox{f, 1};
    const QByteArray token = f.token(role).toLatin1();
    QTEST(answerTo(fox, R"({"access_token":")" + token + R"(","config":{"private":true}})"),
          "answer");
    QCOMPARE(answerTo(fox, R"({"access_token":")" + token + R"("})", "realtime:b"),
             QByteArray{"ok"});
}

void tst_HubJoinChecks::checksInTheProtocolsOrder()
{
    HubFixture f{{.joinsPerSecond = 3, .channelsPerSocket = 1}, false};
    Tablet fox{f, 1};
    const QByteArray bad =
        R"({"access_token":"junk","config":{"private":true,"broadcast":{"replay":{}}}})";
    const QByteArray anonymous = R"({"config":{"private":true,"broadcast":{"replay":{}}}})";
    QCOMPARE(answerTo(fox, bad), QByteArray{"MalformedJWT: The token provided is not a valid JWT"});
    QVERIFY(answerTo(fox, anonymous).startsWith("Unauthorized: "));
    QCOMPARE(answerTo(fox, "{}"), QByteArray{"ok"});
    QCOMPARE(answerTo(fox, bad, "realtime:"),
             QByteArray{"TopicNameRequired: You must provide a topic name"});
    QCOMPARE(answerTo(fox, bad, "realtime:b"),
             QByteArray{"ClientJoinRateLimitReached: Too many joins per second"});
    f.clock.advance(1s);
    Tablet owl{f, 2};
    owl.join();
    QCOMPARE(answerTo(owl, bad, "realtime:b"),
             QByteArray{"ChannelRateLimitReached: Too many channels"});
}

QTEST_GUILESS_MAIN(tst_HubJoinChecks)
#include "tst_HubJoinChecks.moc"

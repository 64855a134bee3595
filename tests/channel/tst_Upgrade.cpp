#include "tests/channel/HubFixture.h"
#include "tests/channel/Jwt.h"

#include <QTest>

using namespace tutti;
using namespace tutti::channel;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

UpgradeRequest request(const QString& key, const QString& vsn = u"2.0.0"_s)
{
    UpgradeRequest request;
    request.apiKey = key;
    request.vsn = vsn;
    return request;
}

QString signedClaims(const QByteArray& claims)
{
    return jwt(R"({"alg":"HS256"})", claims, kSecret);
}

} // namespace

/// Who may open a channel socket (PROTOCOL.md 4.1).
class tst_Upgrade : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void admitsWithAGoodToken();
    void choosesTheSerializer_data();
    void choosesTheSerializer();
    void refusesOtherVersionsWithoutABody_data();
    void refusesOtherVersionsWithoutABody();
    void refusesTokensInTheProtocolsWords_data();
    void refusesTokensInTheProtocolsWords();
    void refusesWhenTheClassIsFull();
    void refusesWhenTooManyJoin();
};

void tst_Upgrade::admitsWithAGoodToken()
{
    HubFixture f;
    const QString token = f.token(u"seat"_s);
    const auto connection = f.hub.admit(request(token));
    QVERIFY(connection);
    QCOMPARE(connection->claims.role, u"seat"_s);
    QCOMPARE(connection->token, token);
}

void tst_Upgrade::choosesTheSerializer_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Vsn>("vsn");
    QTest::newRow("missing") << QString{} << Vsn::V1;
    QTest::newRow("1.0.0") << u"1.0.0"_s << Vsn::V1;
    QTest::newRow("1.0.9") << u"1.0.9"_s << Vsn::V1;
    QTest::newRow("2.0.0") << u"2.0.0"_s << Vsn::V2;
    QTest::newRow("2.0.12") << u"2.0.12"_s << Vsn::V2;
}

void tst_Upgrade::choosesTheSerializer()
{
    QFETCH(QString, text);
    HubFixture f;
    const auto connection = f.hub.admit(request(f.token(), text));
    QVERIFY(connection);
    QTEST(connection->vsn, "vsn");
}

void tst_Upgrade::refusesOtherVersionsWithoutABody_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"3.0.0", "0.0.0", "1.1.0", "2.1.0", "2", "2.0", "2.0.0.0", "2.0.0-rc", "v2.0.0", "two"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void tst_Upgrade::refusesOtherVersionsWithoutABody()
{
    QFETCH(QString, text);
    HubFixture f;
    const auto connection = f.hub.admit(request(f.token(), text));
    QVERIFY(!connection);
    QCOMPARE(connection.error().status, 403);
    QCOMPARE(connection.error().body, QByteArray{});
}

void tst_Upgrade::refusesTokensInTheProtocolsWords_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const QString& token, const QByteArray& message) {
        QTest::newRow(name) << token << message;
    };
    row("no key", {}, "API key is missing");
    row("expired", signedClaims(R"({"role":"anon","exp":1})"), "Token has expired");
    row("no role", signedClaims(R"({"exp":1900000000})"),
        "Fields `role` and `exp` are required in JWT");
    row("no exp", signedClaims(R"({"role":"anon"})"),
        "Fields `role` and `exp` are required in JWT");
    row("no token", u"sb_publishable_x"_s, "The token provided is not a valid JWT");
    row("signature", jwt(R"({"alg":"HS256"})", R"({"role":"anon","exp":1900000000})", "other"),
        "Failed to validate JWT signature");
    row("no signer", jwt(R"({"alg":"none"})", R"({"role":"anon","exp":1900000000})", kSecret),
        "Failed to generate JWT signer, check your JWT secret or JWKS configuration");
    row("no key of that name",
        jwt(R"({"alg":"RS256","kid":"k"})", R"({"role":"anon","exp":1900000000})", kSecret),
        R"(Failed to generate JWT signer for key ID (kid) \"k\", check your JWT secret or JWKS configuration)");
}

void tst_Upgrade::refusesTokensInTheProtocolsWords()
{
    QFETCH(QString, token);
    QFETCH(QByteArray, message);
    HubFixture f;
    const auto connection = f.hub.admit(request(token));
    QVERIFY(!connection);
    QCOMPARE(connection.error().status, 401);
    QCOMPARE(connection.error().body, R"({"error":")" + message + R"("})");
}

void tst_Upgrade::refusesWhenTheClassIsFull()
{
    HubFixture f{{.sockets = 1}};
    QVERIFY(f.hub.admit(request(f.token())));
    Tablet fox{f, 1};
    const auto connection = f.hub.admit(request(f.token()));
    QVERIFY(!connection);
    QCOMPARE(connection.error().status, 429);
    QCOMPARE(connection.error().body, QByteArray{R"({"error":"Too many connected users"})"});
    f.hub.disconnected(fox.peer.id());
    f.hub.flush();
    QVERIFY(f.hub.admit(request(f.token())));
}

void tst_Upgrade::refusesWhenTooManyJoin()
{
    HubFixture f{{.joinsPerSecond = 1}};
    Tablet fox{f, 1};
    fox.join();
    const auto connection = f.hub.admit(request(f.token()));
    QVERIFY(!connection);
    QCOMPARE(connection.error().status, 429);
    QCOMPARE(connection.error().body, QByteArray{R"({"error":"Too many joins per second"})"});
    f.clock.advance(std::chrono::seconds{1});
    QVERIFY(f.hub.admit(request(f.token())));
}

QTEST_GUILESS_MAIN(tst_Upgrade)
#include "tst_Upgrade.moc"

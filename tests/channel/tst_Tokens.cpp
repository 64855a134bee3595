#include "server/channel/Tokens.h"
#include "tests/channel/Jwt.h"

#include <QTest>

using namespace tutti::channel;
using namespace tutti::test;
using namespace Qt::StringLiterals;
using Kind = TokenError::Kind;

namespace {

constexpr qint64 kNow = 1'700'000'000;
const QByteArray kSecret = "a secret of thirty-two characters";
const QByteArray kHeader = R"({"alg":"HS256","typ":"JWT"})";
const QByteArray kGood = R"({"exp":1700000060,"role":"anon"})";

tl::expected<Claims, TokenError> verified(const QString& token)
{
    return Tokens{kSecret}.verify(token, kNow);
}

} // namespace

/// Signing, verifying and the wording of every refusal (PROTOCOL.md 4.1, 4.4, 4.7, 2).
class tst_Tokens : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void signsHs256();
    void verifiesWhatItSigned();
    void verifiesEveryHmac_data();
    void verifiesEveryHmac();
    void readsATokenAsItComesInAnAddress_data();
    void readsATokenAsItComesInAnAddress();
    void roundsTheExpiry_data();
    void roundsTheExpiry();
    void refuses_data();
    void refuses();
    void namesTheKeyNobodyHas();
    void refusesAChangedToken_data();
    void refusesAChangedToken();
    void refusesAnotherInstallationsToken();
    void saysHowLongAgoATokenExpired();
    void wordsARefusalForItsPlace_data();
    void wordsARefusalForItsPlace();
};

void tst_Tokens::signsHs256()
{
    // Made by another implementation: openssl dgst -sha256 -hmac.
    QCOMPARE(Tokens{"secret"}.sign({{u"role"_s, u"anon"_s}, {u"exp"_s, 1700000060}}),
             u"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJleHAiOjE3MDAwMDAwNjAsInJvbGUiOiJhbm9uIn0."
             "HdZQwMAESSDNVnGg-Xjj3UPNoWJANMSuGg_WJk40dPs"_s);
}

void tst_Tokens::verifiesWhatItSigned()
{
    const auto claims = verified(
        Tokens{kSecret}.sign({{u"role"_s, u"seat"_s}, {u"exp"_s, kNow + 60}, {u"room"_s, u"é"_s}}));
    QVERIFY(claims);
    QCOMPARE(claims->role, u"seat"_s);
    QCOMPARE(claims->expiresAt, kNow + 60);
    QCOMPARE(claims->all.value("room"_L1).toString(), u"é"_s);
}

void tst_Tokens::verifiesEveryHmac_data()
{
    QTest::addColumn<QByteArray>("alg");
    QTest::addColumn<QCryptographicHash::Algorithm>("hash");
    QTest::newRow("HS256") << QByteArray{"HS256"} << QCryptographicHash::Sha256;
    QTest::newRow("HS384") << QByteArray{"HS384"} << QCryptographicHash::Sha384;
    QTest::newRow("HS512") << QByteArray{"HS512"} << QCryptographicHash::Sha512;
    QTest::newRow("with a kid nobody knows")
        << QByteArray{R"(HS256","kid":"other)"} << QCryptographicHash::Sha256;
}

void tst_Tokens::verifiesEveryHmac()
{
    QFETCH(QByteArray, alg);
    QFETCH(QCryptographicHash::Algorithm, hash);
    QVERIFY(verified(jwt(R"({"alg":")" + alg + R"("})", kGood, kSecret, hash)));
}

void tst_Tokens::readsATokenAsItComesInAnAddress_data()
{
    QTest::addColumn<QString>("token");
    const QString token = jwt(kHeader, kGood, kSecret);
    QTest::newRow("percent-encoded dots") << QString{token}.replace(u'.', "%2E"_L1);
    QTest::newRow("percent-encoded space") << "%20"_L1 + token + "%0A"_L1;
    QTest::newRow("white space around") << u' ' + token + "\r\n"_L1;
    QTest::newRow("white space inside") << QString{token}.insert(9, "\n\t "_L1);
}

void tst_Tokens::readsATokenAsItComesInAnAddress()
{
    QFETCH(QString, token);
    QVERIFY(verified(token));
}

void tst_Tokens::roundsTheExpiry_data()
{
    QTest::addColumn<QByteArray>("exp");
    QTest::addColumn<qint64>("expiresAt");
    QTest::newRow("up") << QByteArray{"1700000060.5"} << kNow + 61;
    QTest::newRow("down") << QByteArray{"1700000060.4"} << kNow + 60;
    QTest::newRow("exponent") << QByteArray{"17.0000006e8"} << kNow + 60;
}

void tst_Tokens::roundsTheExpiry()
{
    QFETCH(QByteArray, exp);
    const auto claims = verified(jwt(kHeader, R"({"role":"anon","exp":)" + exp + '}', kSecret));
    QVERIFY(claims);
    QTEST(claims->expiresAt, "expiresAt");
}

void tst_Tokens::refuses_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char* name, const QString& token, Kind kind) {
        QTest::newRow(name) << token << kind;
    };
    const auto claims = [](const QByteArray& json) { return jwt(kHeader, json, kSecret); };
    const auto header = [](const QByteArray& json) { return jwt(json, kGood, kSecret); };
    const QString good = jwt(kHeader, kGood, kSecret);
    row("empty", {}, Kind::Malformed);
    row("a word", u"nonsense"_s, Kind::Malformed);
    row("two parts", good.section(u'.', 0, 1), Kind::Malformed);
    row("four parts", good + ".x"_L1, Kind::Malformed);
    row("empty parts", u".."_s, Kind::Malformed);
    row("not base64", u"###."_s + good.section(u'.', 1), Kind::Malformed);
    row("signature is not base64", good + u'#', Kind::Malformed);
    row("header is a list", header("[]"), Kind::Malformed);
    row("header is no JSON", header("alg"), Kind::Malformed);
    row("claims are text", claims(R"("anon")"), Kind::Malformed);
    row("iat is text", claims(R"({"exp":1700000060,"role":"a","iat":"x"})"), Kind::Malformed);
    row("no alg", header(R"({"typ":"JWT"})"), Kind::NoSigner);
    row("none", header(R"({"alg":"none"})"), Kind::NoSigner);
    row("none without signature", header(R"({"alg":"none"})").section(u'.', 0, 1) + u'.',
        Kind::NoSigner);
    row("lower case", header(R"({"alg":"hs256"})"), Kind::NoSigner);
    row("RS256", header(R"({"alg":"RS256"})"), Kind::NoSigner);
    row("alg is a number", header(R"({"alg":256})"), Kind::NoSigner);
    row("hash of another alg", header(R"({"alg":"HS512"})"), Kind::BadSignature);
    row("no signature", good.section(u'.', 0, 1) + u'.', Kind::BadSignature);
    row("half a signature", good.chopped(4), Kind::BadSignature);
    row("no role", claims(R"({"exp":1700000060})"), Kind::MissingClaims);
    row("role is a number", claims(R"({"exp":1700000060,"role":1})"), Kind::MissingClaims);
    row("no exp", claims(R"({"role":"anon"})"), Kind::MissingClaims);
    row("exp is null", claims(R"({"role":"anon","exp":null})"), Kind::MissingClaims);
    row("exp is text", claims(R"({"role":"anon","exp":"1700000060"})"), Kind::BadExpiry);
    row("exp is negative", claims(R"({"role":"anon","exp":-1})"), Kind::BadExpiry);
    row("exp beyond numbers", claims(R"({"role":"anon","exp":1e300})"), Kind::BadExpiry);
    row("expired", claims(R"({"role":"anon","exp":1699999999})"), Kind::Expired);
    row("expires now", claims(R"({"role":"anon","exp":1700000000})"), Kind::Expired);
}

void tst_Tokens::refuses()
{
    QFETCH(QString, token);
    QFETCH(Kind, kind);
    const auto claims = verified(token);
    QVERIFY(!claims);
    QCOMPARE(claims.error().kind, kind);
}

void tst_Tokens::namesTheKeyNobodyHas()
{
    const auto claims = verified(jwt(R"({"alg":"ES256","kid":"key-1"})", kGood, kSecret));
    QVERIFY(!claims);
    QCOMPARE(claims.error().httpMessage(),
             u"Failed to generate JWT signer for key ID (kid) \"key-1\", check your JWT secret or "
             "JWKS configuration"_s);
}

void tst_Tokens::refusesAChangedToken_data()
{
    QTest::addColumn<int>("part");
    QTest::newRow("header") << 0;
    QTest::newRow("claims") << 1;
    QTest::newRow("signature") << 2;
}

void tst_Tokens::refusesAChangedToken()
{
    QFETCH(int, part);
    QStringList parts = jwt(kHeader, kGood, kSecret).split(u'.');
    const QStringList others =
        jwt(R"({"typ":"JWT","alg":"HS256"})", R"({"exp":1700000060,"role":"teacher"})", "x")
            .split(u'.');
    parts[part] = others[part];
    const auto claims = verified(parts.join(u'.'));
    QVERIFY(!claims);
    QCOMPARE(claims.error().kind, Kind::BadSignature);
}

void tst_Tokens::refusesAnotherInstallationsToken()
{
    const auto claims = verified(Tokens{"another secret"}.sign({{u"role"_s, u"teacher"_s}}));
    QVERIFY(!claims);
    QCOMPARE(claims.error().kind, Kind::BadSignature);
}

void tst_Tokens::saysHowLongAgoATokenExpired()
{
    const auto claims = verified(jwt(kHeader, R"({"role":"anon","exp":1699999993})", kSecret));
    QVERIFY(!claims);
    QCOMPARE(claims.error().systemMessage(), u"Token has expired 7 seconds ago"_s);
}

void tst_Tokens::wordsARefusalForItsPlace_data()
{
    QTest::addColumn<TokenError>("error");
    QTest::addColumn<QString>("http");
    QTest::addColumn<QString>("join");
    QTest::addColumn<QString>("system");
    const auto row = [](const char* name, const TokenError& error, const QString& code,
                        const QString& text) {
        QTest::newRow(name) << error << text << code + ": "_L1 + text << text;
    };
    row("malformed", {Kind::Malformed}, u"MalformedJWT"_s,
        u"The token provided is not a valid JWT"_s);
    row("no signer", {Kind::NoSigner}, u"JwtSignerError"_s,
        u"Failed to generate JWT signer, check your JWT secret or JWKS configuration"_s);
    row("signature", {Kind::BadSignature}, u"JwtSignatureError"_s,
        u"Failed to validate JWT signature"_s);
    row("claims", {Kind::MissingClaims}, u"InvalidJWTToken"_s,
        u"Fields `role` and `exp` are required in JWT"_s);
    row("exp", {Kind::BadExpiry}, u"InvalidJWTToken"_s, u"Token expiration time is invalid"_s);
    QTest::newRow("expired") << TokenError{Kind::Expired, {}, 7} << u"Token has expired"_s
                             << u"InvalidJWTToken: Token has expired 7 seconds ago"_s
                             << u"Token has expired 7 seconds ago"_s;
}

void tst_Tokens::wordsARefusalForItsPlace()
{
    QFETCH(TokenError, error);
    QTEST(error.httpMessage(), "http");
    QTEST(error.joinReason(), "join");
    QTEST(error.systemMessage(), "system");
}

QTEST_GUILESS_MAIN(tst_Tokens)
#include "tst_Tokens.moc"

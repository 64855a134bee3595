#include "server/protocol/JoinPayload.h"
#include "server/protocol/Json.h"

#include <QJsonObject>
#include <QTest>

using namespace tutti::protocol;
using namespace Qt::StringLiterals;

namespace {

JoinPayload parsed(const QByteArray& json)
{
    return parseJoin(parseJson(json).value());
}

JoinPayload configured(const QByteArray& config)
{
    return parsed(R"({"config":)" + config + '}');
}

} // namespace

/// What a join asks for (PROTOCOL.md 4.4).
class tst_JoinPayload : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void readsAFullJoin();
    void takesDefaultsForWhatDoesNotParse_data();
    void takesDefaultsForWhatDoesNotParse();
    void readsBooleansLeniently_data();
    void readsBooleansLeniently();
    void choosesTheToken_data();
    void choosesTheToken();
    void readsThePresenceKey_data();
    void readsThePresenceKey();
    void keepsOnlyObjectsOfPostgresChanges_data();
    void keepsOnlyObjectsOfPostgresChanges();
    void classifiesReplay_data();
    void classifiesReplay();
};

void tst_JoinPayload::readsAFullJoin()
{
    const JoinPayload join = parsed(R"({"config":{
        "broadcast":{"self":true,"ack":true,"replay":{"since":1700000000000,"limit":10}},
        "presence":{"key":"k1","enabled":true},"private":true,
        "postgres_changes":[{"event":"*","table":"t"}],"more":1},
        "access_token":"a.b.c","version":"realtime-js/2.119.1"})");
    JoinPayload expected;
    expected.isPrivate = true;
    expected.broadcastSelf = true;
    expected.broadcastAck = true;
    expected.presenceEnabled = true;
    expected.presenceKey = u"k1"_s;
    expected.token = u"a.b.c"_s;
    expected.postgresChanges = {QJsonObject{{u"event"_s, u"*"_s}, {u"table"_s, u"t"_s}}};
    expected.replay = JoinPayload::Replay::Valid;
    QCOMPARE(join, expected);
}

void tst_JoinPayload::takesDefaultsForWhatDoesNotParse_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray{"{}"};
    QTest::newRow("null") << QByteArray{"null"};
    QTest::newRow("text") << QByteArray{R"("join")"};
    QTest::newRow("config is a list") << QByteArray{R"({"config":[]})"};
    QTest::newRow("sections of other types") << QByteArray{
        R"({"config":{"broadcast":1,"presence":"on","private":{},"postgres_changes":{}}})"};
    QTest::newRow("fields of other types") << QByteArray{
        R"({"config":{"broadcast":{"self":1,"ack":"yes"},"presence":{"key":[],"enabled":[true]}}})"};
    QTest::newRow("token is a number") << QByteArray{R"({"access_token":5})"};
    QTest::newRow("options outside of config") << QByteArray{R"({"private":true})"};
}

void tst_JoinPayload::takesDefaultsForWhatDoesNotParse()
{
    QFETCH(QByteArray, json);
    QCOMPARE(parsed(json), JoinPayload{});
}

void tst_JoinPayload::readsBooleansLeniently_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("expected");
    QTest::newRow("true") << QJsonValue{true} << true;
    QTest::newRow("false") << QJsonValue{false} << false;
    QTest::newRow("word true") << QJsonValue{u"true"_s} << true;
    QTest::newRow("any letter case") << QJsonValue{u"TrUe"_s} << true;
    QTest::newRow("word false") << QJsonValue{u"false"_s} << false;
    QTest::newRow("another word") << QJsonValue{u"yes"_s} << false;
    QTest::newRow("true and more") << QJsonValue{u"true "_s} << false;
    QTest::newRow("number") << QJsonValue{1} << false;
    QTest::newRow("null") << QJsonValue{} << false;
    QTest::newRow("missing") << QJsonValue{QJsonValue::Undefined} << false;
}

void tst_JoinPayload::readsBooleansLeniently()
{
    QFETCH(QJsonValue, value);
    QTEST(lenientBool(value), "expected");
}

void tst_JoinPayload::choosesTheToken_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("token");
    QTest::newRow("access_token") << QByteArray{R"({"access_token":"a"})"} << u"a"_s;
    QTest::newRow("user_token") << QByteArray{R"({"user_token":"u"})"} << u"u"_s;
    QTest::newRow("user_token wins")
        << QByteArray{R"({"access_token":"a","user_token":"u"})"} << u"u"_s;
    QTest::newRow("unless it is no text")
        << QByteArray{R"({"access_token":"a","user_token":null})"} << u"a"_s;
    QTest::newRow("publishable key")
        << QByteArray{R"({"access_token":"sb_publishable_x"})"} << QString{};
    QTest::newRow("sb_ further on") << QByteArray{R"({"access_token":"a.sb_"})"} << u"a.sb_"_s;
}

void tst_JoinPayload::choosesTheToken()
{
    QFETCH(QByteArray, json);
    QTEST(parsed(json).token, "token");
}

void tst_JoinPayload::readsThePresenceKey_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("expected");
    QTest::newRow("text") << QByteArray{R"("k1")"} << u"k1"_s;
    QTest::newRow("number") << QByteArray{"12"} << u"12"_s;
    QTest::newRow("fraction") << QByteArray{"1.5"} << u"1.5"_s;
    QTest::newRow("empty") << QByteArray{R"("")"} << QString{};
    QTest::newRow("null") << QByteArray{"null"} << QString{};
    QTest::newRow("boolean") << QByteArray{"true"} << QString{};
}

void tst_JoinPayload::readsThePresenceKey()
{
    QFETCH(QByteArray, key);
    QTEST(configured(R"({"presence":{"key":)" + key + "}}").presenceKey, "expected");
}

void tst_JoinPayload::keepsOnlyObjectsOfPostgresChanges_data()
{
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nulls between") << QByteArray{R"([null,{"table":"a"},null,{"table":"b"}])"}
                                   << QByteArray{R"([{"table":"a"},{"table":"b"}])"};
    QTest::newRow("other values") << QByteArray{R"([1,"t",[],{}])"} << QByteArray{"[{}]"};
    QTest::newRow("null") << QByteArray{"null"} << QByteArray{"[]"};
}

void tst_JoinPayload::keepsOnlyObjectsOfPostgresChanges()
{
    QFETCH(QByteArray, changes);
    const JoinPayload join = configured(R"({"postgres_changes":)" + changes + '}');
    QTEST(jsonText(QJsonValue{join.postgresChanges}), "expected");
}

void tst_JoinPayload::classifiesReplay_data()
{
    using Replay = JoinPayload::Replay;
    QTest::addColumn<QByteArray>("replay");
    QTest::addColumn<Replay>("expected");
    const auto row = [](const char* name, const QByteArray& replay, Replay expected) {
        QTest::newRow(name) << replay << expected;
    };
    row("since", R"({"since":1700000000000})", Replay::Valid);
    row("since and limit", R"({"since":0,"limit":25})", Replay::Valid);
    row("limit is null", R"({"since":0,"limit":null})", Replay::Valid);
    row("no since", "{}", Replay::BadParams);
    row("since is text", R"({"since":"0"})", Replay::BadParams);
    row("since is a fraction", R"({"since":0.5})", Replay::BadParams);
    row("limit is text", R"({"since":0,"limit":"5"})", Replay::BadParams);
    row("limit is a fraction", R"({"since":0,"limit":2.5})", Replay::BadParams);
    row("a boolean", "true", Replay::NotAnObject);
    row("null", "null", Replay::NotAnObject);
    row("a list", "[]", Replay::NotAnObject);
}

void tst_JoinPayload::classifiesReplay()
{
    QFETCH(QByteArray, replay);
    QFETCH(JoinPayload::Replay, expected);
    QCOMPARE(configured(R"({"broadcast":{"replay":)" + replay + "}}").replay, expected);
}

QTEST_GUILESS_MAIN(tst_JoinPayload)
#include "tst_JoinPayload.moc"

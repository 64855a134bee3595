#include "server/protocol/FrameDecoder.h"

#include <QJsonObject>
#include <QTest>

using namespace tutti::protocol;
using namespace Qt::StringLiterals;

namespace {

const DecodeError kMalformed{DecodeError::Kind::Malformed};

/// The fields of a binary frame; the header is made from their lengths (PROTOCOL.md 4.2).
struct Fields {
    QByteArray joinRef = "5";
    QByteArray ref = "9";
    QByteArray topic = "realtime:room1";
    QByteArray event = "note";
    QByteArray metadata = {};
    char encoding = 1;
    QByteArray payload = R"({"p":60})";
};

char sizeOf(const QByteArray& field)
{
    return static_cast<char>(field.size());
}

QByteArray kind3(const Fields& f)
{
    const QByteArray header{std::initializer_list<char>{3, sizeOf(f.joinRef), sizeOf(f.ref),
                                                        sizeOf(f.topic), sizeOf(f.event),
                                                        sizeOf(f.metadata), f.encoding}
                                .begin(),
                            7};
    return header + f.joinRef + f.ref + f.topic + f.event + f.metadata + f.payload;
}

QByteArray kind0(const Fields& f)
{
    const QByteArray header{std::initializer_list<char>{0, sizeOf(f.joinRef), sizeOf(f.ref),
                                                        sizeOf(f.topic), sizeOf(f.event)}
                                .begin(),
                            5};
    return header + f.joinRef + f.ref + f.topic + f.event + f.payload;
}

Frame broadcastOf(const QJsonValue& payload)
{
    return {
        u"5"_s, u"9"_s, u"realtime:room1"_s, u"broadcast"_s,
        QJsonObject{{u"type"_s, u"broadcast"_s}, {u"event"_s, u"note"_s}, {u"payload"_s, payload}}};
}

} // namespace

/// Binary frames, as supabase-js sends every broadcast (PROTOCOL.md 4.2).
class tst_BinaryFrames : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void readsTheWorkedExample();
    void readsAUserBroadcast_data();
    void readsAUserBroadcast();
    void readsEmptyRefsAsNull();
    void countsBytesAndNotCharacters();
    void readsTheLongestFields();
    void refusesAFrameCutAnywhere_data();
    void refusesAFrameCutAnywhere();
    void refusesWhatIsNoJson_data();
    void refusesWhatIsNoJson();
    void saysWhereABinaryPayloadWantedToGo_data();
    void saysWhereABinaryPayloadWantedToGo();
    void refusesKindsThatOnlyServersSend_data();
    void refusesKindsThatOnlyServersSend();
    void refusesBinaryFromASerializerThatHasNone();
};

void tst_BinaryFrames::readsTheWorkedExample()
{
    const auto frame =
        decodeBinary(Vsn::V2, QByteArray::fromHex("03 01 01 0E 04 00 01 35 39"
                                                  "72 65 61 6C 74 69 6D 65 3A 72 6F 6F 6D 31"
                                                  "6E 6F 74 65 7B 22 70 22 3A 36 30 7D"));
    QVERIFY(frame);
    QCOMPARE(*frame, broadcastOf(QJsonObject{{u"p"_s, 60}}));
}

void tst_BinaryFrames::readsAUserBroadcast_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QJsonValue>("payload");
    const QJsonObject note{{u"p"_s, 60}};
    QTest::newRow("with metadata")
        << kind3({.metadata = R"({"persist":true})"}) << QJsonValue{note};
    QTest::newRow("any other encoding is JSON") << kind3({.encoding = 7}) << QJsonValue{note};
    QTest::newRow("text") << kind3({.payload = R"("la")"}) << QJsonValue{u"la"_s};
    QTest::newRow("number") << kind3({.payload = "60"}) << QJsonValue{60};
    QTest::newRow("null") << kind3({.payload = "null"}) << QJsonValue{};
}

void tst_BinaryFrames::readsAUserBroadcast()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QJsonValue, payload);
    const auto frame = decodeBinary(Vsn::V2, bytes);
    QVERIFY(frame);
    QCOMPARE(*frame, broadcastOf(payload));
}

void tst_BinaryFrames::readsEmptyRefsAsNull()
{
    const auto frame = decodeBinary(Vsn::V2, kind3({.joinRef = "", .ref = ""}));
    QVERIFY(frame);
    QVERIFY(frame->joinRef.isNull());
    QVERIFY(frame->ref.isNull());
}

void tst_BinaryFrames::countsBytesAndNotCharacters()
{
    const auto frame = decodeBinary(Vsn::V2, kind3({.topic = "realtime:é🦊", .event = "ré"}));
    QVERIFY(frame);
    QCOMPARE(frame->topic, u"realtime:é🦊"_s);
    QCOMPARE(frame->payload[u"event"_s].toString(), u"ré"_s);
}

void tst_BinaryFrames::readsTheLongestFields()
{
    const QByteArray longest(255, 'x');
    const auto frame = decodeBinary(Vsn::V2, kind3({.topic = longest, .event = longest}));
    QVERIFY(frame);
    QCOMPARE(frame->topic.toLatin1(), longest);
    QCOMPARE(frame->payload[u"event"_s].toString().toLatin1(), longest);
}

void tst_BinaryFrames::refusesAFrameCutAnywhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray broadcast = kind3({.metadata = "{}"});
    for (qsizetype size = 0; size < broadcast.size(); ++size) {
        QTest::addRow("kind 3, %d bytes", static_cast<int>(size)) << broadcast.first(size);
    }
    const QByteArray binary = kind3({.encoding = 0, .payload = ""});
    for (qsizetype size = 0; size < binary.size(); ++size) {
        QTest::addRow("kind 3 binary, %d bytes", static_cast<int>(size)) << binary.first(size);
    }
    const QByteArray push = kind0({.payload = ""});
    for (qsizetype size = 0; size < push.size(); ++size) {
        QTest::addRow("kind 0, %d bytes", static_cast<int>(size)) << push.first(size);
    }
}

void tst_BinaryFrames::refusesAFrameCutAnywhere()
{
    QFETCH(QByteArray, bytes);
    const auto frame = decodeBinary(Vsn::V2, bytes);
    QVERIFY(!frame);
    QCOMPARE(frame.error(), kMalformed);
}

void tst_BinaryFrames::refusesWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty payload") << kind3({.payload = ""});
    QTest::newRow("a word") << kind3({.payload = "la"});
    QTest::newRow("two values") << kind3({.payload = "1,2"});
    QTest::newRow("no UTF-8") << kind3({.payload = "\"\xff\""});
    QTest::newRow("lengths that reach into the payload") << kind3({}).replace(3, 1, "\x0f");
}

void tst_BinaryFrames::refusesWhatIsNoJson()
{
    refusesAFrameCutAnywhere();
}

void tst_BinaryFrames::saysWhereABinaryPayloadWantedToGo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("kind 3") << kind3({.encoding = 0, .payload = QByteArray{"\0\1\2", 3}});
    QTest::newRow("kind 3, nothing in it") << kind3({.encoding = 0, .payload = ""});
    QTest::newRow("kind 0") << kind0({.payload = "\1\2"});
}

void tst_BinaryFrames::saysWhereABinaryPayloadWantedToGo()
{
    QFETCH(QByteArray, bytes);
    const auto frame = decodeBinary(Vsn::V2, bytes);
    QVERIFY(!frame);
    QCOMPARE(frame.error(),
             (DecodeError{DecodeError::Kind::Unsupported, u"realtime:room1"_s, u"5"_s}));
}

void tst_BinaryFrames::refusesKindsThatOnlyServersSend_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const int kind : {1, 2, 4, 5, 255}) {
        QTest::addRow("kind %d", kind)
            << kind3({}).replace(0, 1, QByteArray(1, static_cast<char>(kind)));
    }
}

void tst_BinaryFrames::refusesKindsThatOnlyServersSend()
{
    QFETCH(QByteArray, bytes);
    const auto frame = decodeBinary(Vsn::V2, bytes);
    QVERIFY(!frame);
    QCOMPARE(frame.error(), DecodeError{DecodeError::Kind::Unsupported});
}

void tst_BinaryFrames::refusesBinaryFromASerializerThatHasNone()
{
    QCOMPARE(decodeBinary(Vsn::V1, kind3({})).error(), DecodeError{DecodeError::Kind::Unsupported});
    QCOMPARE(decodeBinary(Vsn::V1, {}).error(), kMalformed);
}

QTEST_GUILESS_MAIN(tst_BinaryFrames)
#include "tst_BinaryFrames.moc"

#include "server/protocol/FrameDecoder.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace tutti::protocol;
using namespace Qt::StringLiterals;

namespace {

const Frame kNote{u"1"_s, u"4"_s, u"realtime:song"_s, u"broadcast"_s,
                  QJsonObject{{u"event"_s, u"note"_s}}};
const DecodeError kMalformed{DecodeError::Kind::Malformed};

} // namespace

/// Text frames of both serializers (PROTOCOL.md 4.2).
class tst_FrameDecoder : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void readsAnObject();
    void readsAnArray();
    void ignoresWhatItDoesNotKnow_data();
    void ignoresWhatItDoesNotKnow();
    void readsMissingRefsAsNull_data();
    void readsMissingRefsAsNull();
    void readsANumberAsARef_data();
    void readsANumberAsARef();
    void keepsAnEmptyRefApartFromNone();
    void passesOnAnyPayload_data();
    void passesOnAnyPayload();
    void refusesMalformedText_data();
    void refusesMalformedText();
    void refusesAFrameCutAnywhere_data();
    void refusesAFrameCutAnywhere();
};

void tst_FrameDecoder::readsAnObject()
{
    const auto frame = decodeText(
        Vsn::V1,
        R"({"topic":"realtime:song","event":"broadcast","payload":{"event":"note"},"ref":"4","join_ref":"1"})");
    QVERIFY(frame);
    QCOMPARE(*frame, kNote);
}

void tst_FrameDecoder::readsAnArray()
{
    const auto frame =
        decodeText(Vsn::V2, R"(["1","4","realtime:song","broadcast",{"event":"note"}])");
    QVERIFY(frame);
    QCOMPARE(*frame, kNote);
}

void tst_FrameDecoder::ignoresWhatItDoesNotKnow_data()
{
    QTest::addColumn<Vsn>("vsn");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a sixth item")
        << Vsn::V2
        << QByteArray{R"(["1","4","realtime:song","broadcast",{"event":"note"},"more",{}])"};
    QTest::newRow("another key")
        << Vsn::V1
        << QByteArray{
               R"({"more":1,"topic":"realtime:song","event":"broadcast","payload":{"event":"note"},"ref":"4","join_ref":"1"})"};
    QTest::newRow("white space")
        << Vsn::V2
        << QByteArray{" [ \"1\", \"4\",\"realtime:song\",\"broadcast\",{\"event\":\"note\"} ]\r\n"};
}

void tst_FrameDecoder::ignoresWhatItDoesNotKnow()
{
    QFETCH(Vsn, vsn);
    QFETCH(QByteArray, text);
    const auto frame = decodeText(vsn, text);
    QVERIFY(frame);
    QCOMPARE(*frame, kNote);
}

void tst_FrameDecoder::readsMissingRefsAsNull_data()
{
    QTest::addColumn<Vsn>("vsn");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nulls in an array")
        << Vsn::V2 << QByteArray{R"([null,null,"phoenix","heartbeat",{}])"};
    QTest::newRow("nulls in an object")
        << Vsn::V1
        << QByteArray{
               R"({"topic":"phoenix","event":"heartbeat","payload":{},"ref":null,"join_ref":null})"};
    QTest::newRow("no join_ref")
        << Vsn::V1
        << QByteArray{R"({"topic":"phoenix","event":"heartbeat","payload":{},"ref":null})"};
}

void tst_FrameDecoder::readsMissingRefsAsNull()
{
    QFETCH(Vsn, vsn);
    QFETCH(QByteArray, text);
    const auto frame = decodeText(vsn, text);
    QVERIFY(frame);
    QVERIFY(frame->joinRef.isNull());
    QVERIFY(frame->ref.isNull());
}

void tst_FrameDecoder::readsANumberAsARef_data()
{
    QTest::addColumn<Vsn>("vsn");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("array") << Vsn::V2 << QByteArray{R"([10,-2.5,"phoenix","heartbeat",{}])"};
    QTest::newRow("object")
        << Vsn::V1
        << QByteArray{
               R"({"topic":"phoenix","event":"heartbeat","payload":{},"ref":-2.5,"join_ref":10})"};
}

void tst_FrameDecoder::readsANumberAsARef()
{
    QFETCH(Vsn, vsn);
    QFETCH(QByteArray, text);
    const auto frame = decodeText(vsn, text);
    QVERIFY(frame);
    QCOMPARE(frame->joinRef, u"10"_s);
    QCOMPARE(frame->ref, u"-2.5"_s);
}

void tst_FrameDecoder::keepsAnEmptyRefApartFromNone()
{
    const auto frame = decodeText(Vsn::V2, R"(["",null,"phoenix","heartbeat",{}])");
    QVERIFY(frame);
    QVERIFY(!frame->joinRef.isNull());
    QVERIFY(frame->ref.isNull());
}

void tst_FrameDecoder::passesOnAnyPayload_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QJsonValue>("payload");
    QTest::newRow("text") << QByteArray{R"("la la")"} << QJsonValue{u"la la"_s};
    QTest::newRow("number") << QByteArray{"60"} << QJsonValue{60};
    QTest::newRow("boolean") << QByteArray{"true"} << QJsonValue{true};
    QTest::newRow("null") << QByteArray{"null"} << QJsonValue{};
    QTest::newRow("list") << QByteArray{"[60,62]"} << QJsonValue{QJsonArray{60, 62}};
    QTest::newRow("unicode") << QByteArray{R"("\u00e9 é")"} << QJsonValue{u"é é"_s};
}

void tst_FrameDecoder::passesOnAnyPayload()
{
    QFETCH(QByteArray, text);
    QFETCH(QJsonValue, payload);
    const auto array = decodeText(Vsn::V2, R"(["1","2","realtime:a","broadcast",)" + text + ']');
    QVERIFY(array);
    QCOMPARE(array->payload, payload);
    const auto object = decodeText(
        Vsn::V1, R"({"topic":"realtime:a","event":"broadcast","ref":"2","payload":)" + text + '}');
    QVERIFY(object);
    QCOMPARE(object->payload, payload);
}

void tst_FrameDecoder::refusesMalformedText_data()
{
    QTest::addColumn<Vsn>("vsn");
    QTest::addColumn<QByteArray>("text");
    const auto v1 = [](const char* name, const QByteArray& text) {
        QTest::addRow("1.0.0: %s", name) << Vsn::V1 << text;
    };
    const auto v2 = [](const char* name, const QByteArray& text) {
        QTest::addRow("2.0.0: %s", name) << Vsn::V2 << text;
    };
    v1("empty", "");
    v1("a word", "hello");
    v1("a list", R"(["1","2","t","e",{}])");
    v1("no UTF-8", "{\"topic\":\"\xff\",\"event\":\"e\",\"payload\":{},\"ref\":\"1\"}");
    v1("no topic", R"({"event":"e","payload":{},"ref":"1"})");
    v1("no event", R"({"topic":"t","payload":{},"ref":"1"})");
    v1("no payload", R"({"topic":"t","event":"e","ref":"1"})");
    v1("no ref", R"({"topic":"t","event":"e","payload":{}})");
    v1("topic is a number", R"({"topic":1,"event":"e","payload":{},"ref":"1"})");
    v1("event is null", R"({"topic":"t","event":null,"payload":{},"ref":"1"})");
    v1("ref is a list", R"({"topic":"t","event":"e","payload":{},"ref":["1"]})");
    v1("join_ref is a boolean",
       R"({"topic":"t","event":"e","payload":{},"ref":"1","join_ref":true})");
    v1("text after the object", R"({"topic":"t","event":"e","payload":{},"ref":"1"}{})");
    v2("empty", "");
    v2("only white space", " ");
    v2("a number", "5");
    v2("an object", R"({"topic":"t","event":"e","payload":{},"ref":"1"})");
    v2("no UTF-8", "[\"1\",\"2\",\"\xc3\x28\",\"e\",{}]");
    v2("no items", "[]");
    v2("four items", R"(["1","2","t","e"])");
    v2("topic is null", R"(["1","2",null,"e",{}])");
    v2("event is an object", R"(["1","2","t",{},{}])");
    v2("ref is an object", R"(["1",{},"t","e",{}])");
    v2("join_ref is a boolean", R"([false,"2","t","e",{}])");
    v2("text after the list", R"(["1","2","t","e",{}],)");
    v2("a zero byte", QByteArray{"[\"1\",\"2\",\"t\",\"e\",{}]\0", 21});
}

void tst_FrameDecoder::refusesMalformedText()
{
    QFETCH(Vsn, vsn);
    QFETCH(QByteArray, text);
    const auto frame = decodeText(vsn, text);
    QVERIFY(!frame);
    QCOMPARE(frame.error(), kMalformed);
}

void tst_FrameDecoder::refusesAFrameCutAnywhere_data()
{
    QTest::addColumn<Vsn>("vsn");
    QTest::addColumn<QByteArray>("text");
    const QByteArray object = R"({"topic":"t","event":"e","payload":{"é":1},"ref":"4"})";
    const QByteArray array = R"(["1","4","t","e",{"é":1}])";
    for (qsizetype size = 0; size < object.size(); ++size) {
        QTest::addRow("1.0.0, %d bytes", static_cast<int>(size)) << Vsn::V1 << object.first(size);
    }
    for (qsizetype size = 0; size < array.size(); ++size) {
        QTest::addRow("2.0.0, %d bytes", static_cast<int>(size)) << Vsn::V2 << array.first(size);
    }
}

void tst_FrameDecoder::refusesAFrameCutAnywhere()
{
    refusesMalformedText();
}

QTEST_GUILESS_MAIN(tst_FrameDecoder)
#include "tst_FrameDecoder.moc"

#include "server/protocol/FrameEncoder.h"

#include <QJsonArray>
#include <QTest>

using namespace tutti::protocol;
using namespace Qt::StringLiterals;

namespace {

const Frame kPush{u"1"_s, u"4"_s, u"realtime:song"_s, u"broadcast"_s, QJsonObject{}};

} // namespace

/// Frames as they leave (PROTOCOL.md 4.2, 4.3).
class tst_FrameEncoder : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void writesAFrame_data();
    void writesAFrame();
    void writesEveryPayload_data();
    void writesEveryPayload();
    void escapesTopicAndEvent_data();
    void escapesTopicAndEvent();
    void takesAPayloadThatIsJsonAlready_data();
    void takesAPayloadThatIsJsonAlready();
    void answersAPush();
    void answersAlwaysWithAnObject();
    void pushesToOneMember();
    void fansOutWithoutRefs();
    void wrapsAUserEvent();
    void repeatsTheJoinRefAtTheEndOfAChannel();
    void namesTheSubTopicInASystemMessage();
    void takesThePrefixOffATopic();
};

void tst_FrameEncoder::writesAFrame_data()
{
    QTest::addColumn<Frame>("frame");
    QTest::addColumn<QByteArray>("v1");
    QTest::addColumn<QByteArray>("v2");
    QTest::newRow("both refs") << Frame{u"1"_s, u"4"_s, u"t"_s, u"e"_s, QJsonObject{}}
                               << QByteArray{R"({"topic":"t","event":"e","payload":{},"ref":"4"})"}
                               << QByteArray{R"(["1","4","t","e",{}])"};
    QTest::newRow("no refs") << Frame{{}, {}, u"t"_s, u"e"_s, QJsonObject{}}
                             << QByteArray{R"({"topic":"t","event":"e","payload":{},"ref":null})"}
                             << QByteArray{R"([null,null,"t","e",{}])"};
    QTest::newRow("empty refs") << Frame{u""_s, u""_s, u"t"_s, u"e"_s, QJsonObject{}}
                                << QByteArray{R"({"topic":"t","event":"e","payload":{},"ref":""})"}
                                << QByteArray{R"(["","","t","e",{}])"};
}

void tst_FrameEncoder::writesAFrame()
{
    QFETCH(Frame, frame);
    QFETCH(QByteArray, v1);
    QFETCH(QByteArray, v2);
    QCOMPARE(encode(Vsn::V1, frame), v1);
    QCOMPARE(encode(Vsn::V2, frame), v2);
}

void tst_FrameEncoder::writesEveryPayload_data()
{
    QTest::addColumn<QJsonValue>("payload");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("text") << QJsonValue{u"la"_s} << QByteArray{R"("la")"};
    QTest::newRow("number") << QJsonValue{60} << QByteArray{"60"};
    QTest::newRow("null") << QJsonValue{} << QByteArray{"null"};
    QTest::newRow("list") << QJsonValue{QJsonArray{1, 2}} << QByteArray{"[1,2]"};
    QTest::newRow("unicode") << QJsonValue{QJsonObject{{u"é\n"_s, u"🦊\""_s}}}
                             << QByteArray{R"({"é\n":"🦊\""})"};
}

void tst_FrameEncoder::writesEveryPayload()
{
    QFETCH(QJsonValue, payload);
    QFETCH(QByteArray, text);
    const Frame frame{{}, {}, u"t"_s, u"e"_s, payload};
    QCOMPARE(encode(Vsn::V1, frame),
             R"({"topic":"t","event":"e","payload":)" + text + R"(,"ref":null})");
    QCOMPARE(encode(Vsn::V2, frame), R"([null,null,"t","e",)" + text + ']');
}

void tst_FrameEncoder::escapesTopicAndEvent_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("literal");
    QTest::newRow("quote") << u"a\"b"_s << QByteArray{R"("a\"b")"};
    QTest::newRow("end of the list") << u"\",{}]"_s << QByteArray{R"("\",{}]")"};
    QTest::newRow("line feed") << u"\n"_s << QByteArray{R"("\n")"};
    QTest::newRow("unicode") << u"é🦊"_s << QByteArray{R"("é🦊")"};
}

void tst_FrameEncoder::escapesTopicAndEvent()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, literal);
    const Frame frame{text, text, text, text, QJsonObject{}};
    QCOMPARE(encode(Vsn::V1, frame), R"({"topic":)" + literal + R"(,"event":)" + literal +
                                         R"(,"payload":{},"ref":)" + literal + '}');
    QCOMPARE(encode(Vsn::V2, frame),
             '[' + literal + ',' + literal + ',' + literal + ',' + literal + ",{}]");
}

void tst_FrameEncoder::takesAPayloadThatIsJsonAlready_data()
{
    QTest::addColumn<Vsn>("vsn");
    QTest::newRow("1.0.0") << Vsn::V1;
    QTest::newRow("2.0.0") << Vsn::V2;
}

void tst_FrameEncoder::takesAPayloadThatIsJsonAlready()
{
    QFETCH(Vsn, vsn);
    Frame frame = kPush;
    const QByteArray withoutPayload = encode(vsn, frame, R"({"midi":60})");
    frame.payload = QJsonObject{{u"midi"_s, 60}};
    QCOMPARE(withoutPayload, encode(vsn, frame));
}

void tst_FrameEncoder::answersAPush()
{
    QCOMPARE(encode(Vsn::V2, okReply(kPush)),
             QByteArray{R"(["1","4","realtime:song","phx_reply",{"response":{},"status":"ok"}])"});
    QCOMPARE(
        encode(Vsn::V2, okReply(kPush, {{u"id"_s, 7}})),
        QByteArray{R"(["1","4","realtime:song","phx_reply",{"response":{"id":7},"status":"ok"}])"});
}

void tst_FrameEncoder::answersAlwaysWithAnObject()
{
    QCOMPARE(
        encode(Vsn::V2, errorReply(kPush, QJsonObject{})),
        QByteArray{R"(["1","4","realtime:song","phx_reply",{"response":{},"status":"error"}])"});
    QCOMPARE(
        encode(Vsn::V2, errorReply(kPush, u"unmatched topic"_s)),
        QByteArray{
            R"(["1","4","realtime:song","phx_reply",{"response":{"reason":"unmatched topic"},"status":"error"}])"});
}

void tst_FrameEncoder::pushesToOneMember()
{
    QCOMPARE(channelPush(u"1"_s, u"realtime:song"_s, u"presence_state"_s, {}),
             (Frame{u"1"_s, {}, u"realtime:song"_s, u"presence_state"_s, QJsonObject{}}));
}

void tst_FrameEncoder::fansOutWithoutRefs()
{
    QCOMPARE(fanOut(u"realtime:song"_s, u"broadcast"_s, 60),
             (Frame{{}, {}, u"realtime:song"_s, u"broadcast"_s, 60}));
}

void tst_FrameEncoder::wrapsAUserEvent()
{
    QCOMPARE(
        encode(Vsn::V2, userBroadcast(u"realtime:song"_s, u"note"_s, 60)),
        QByteArray{
            R"([null,null,"realtime:song","broadcast",{"event":"note","payload":60,"type":"broadcast"}])"});
}

void tst_FrameEncoder::repeatsTheJoinRefAtTheEndOfAChannel()
{
    QCOMPARE(encode(Vsn::V2, closeOf(u"1"_s, u"realtime:song"_s)),
             QByteArray{R"(["1","1","realtime:song","phx_close",{}])"});
}

void tst_FrameEncoder::namesTheSubTopicInASystemMessage()
{
    QCOMPARE(
        encode(Vsn::V2, systemMessage(u"1"_s, u"realtime:a:b"_s, u"system"_s, u"error"_s, u"No"_s)),
        QByteArray{
            R"(["1",null,"realtime:a:b","system",{"channel":"a:b","extension":"system","message":"No","status":"error"}])"});
}

void tst_FrameEncoder::takesThePrefixOffATopic()
{
    QCOMPARE(subTopicOf(u"realtime:realtime:a"_s), u"realtime:a"_s);
    QCOMPARE(subTopicOf(u"realtime:"_s), u""_s);
    QCOMPARE(subTopicOf(u"phoenix"_s), u"phoenix"_s);
}

QTEST_GUILESS_MAIN(tst_FrameEncoder)
#include "tst_FrameEncoder.moc"

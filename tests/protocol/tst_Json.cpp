#include "server/protocol/Json.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace tutti::protocol;
using namespace Qt::StringLiterals;

class tst_Json : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void writesAndReadsEveryKindOfValue_data();
    void writesAndReadsEveryKindOfValue();
    void writesANullStringAsNull();
    void writesTextAsALiteral_data();
    void writesTextAsALiteral();
    void writesALoneSurrogateAsValidUtf8();
    void readsAroundWhiteSpace();
    void refusesWhatIsNotOneValue_data();
    void refusesWhatIsNotOneValue();
};

void tst_Json::writesAndReadsEveryKindOfValue_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("null") << QJsonValue{} << QByteArray{"null"};
    QTest::newRow("true") << QJsonValue{true} << QByteArray{"true"};
    QTest::newRow("false") << QJsonValue{false} << QByteArray{"false"};
    QTest::newRow("zero") << QJsonValue{0} << QByteArray{"0"};
    QTest::newRow("negative") << QJsonValue{-60} << QByteArray{"-60"};
    QTest::newRow("fraction") << QJsonValue{96.5} << QByteArray{"96.5"};
    QTest::newRow("microseconds") << QJsonValue{qint64{1700000000123456}}
                                  << QByteArray{"1700000000123456"};
    QTest::newRow("past 2^53") << QJsonValue{qint64{9007199254740993}}
                               << QByteArray{"9007199254740993"};
    QTest::newRow("text") << QJsonValue{u"fox"_s} << QByteArray{R"("fox")"};
    QTest::newRow("empty text") << QJsonValue{u""_s} << QByteArray{R"("")"};
    QTest::newRow("list") << QJsonValue{QJsonArray{1, QJsonValue{}, u"a"_s}}
                          << QByteArray{R"([1,null,"a"])"};
    QTest::newRow("empty list") << QJsonValue{QJsonArray{}} << QByteArray{"[]"};
    QTest::newRow("object") << QJsonValue{QJsonObject{{u"midi"_s, 60}}}
                            << QByteArray{R"({"midi":60})"};
    QTest::newRow("empty object") << QJsonValue{QJsonObject{}} << QByteArray{"{}"};
}

void tst_Json::writesAndReadsEveryKindOfValue()
{
    QFETCH(QJsonValue, value);
    QFETCH(QByteArray, text);
    QCOMPARE(jsonText(value), text);
    const auto read = parseJson(text);
    QVERIFY(read);
    QCOMPARE(*read, value);
}

void tst_Json::writesANullStringAsNull()
{
    QCOMPARE(jsonText(QString{}), QByteArray{"null"});
    QCOMPARE(jsonText(u""_s), QByteArray{R"("")"});
}

void tst_Json::writesTextAsALiteral_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("literal");
    QTest::newRow("quote") << u"a\"b"_s << QByteArray{R"("a\"b")"};
    QTest::newRow("backslash") << u"a\\b"_s << QByteArray{R"("a\\b")"};
    QTest::newRow("line feed") << u"a\nb"_s << QByteArray{R"("a\nb")"};
    QTest::newRow("control") << QString{QChar{1}} << QByteArray{R"("\u0001")"};
    QTest::newRow("zero") << QString{QChar{0}} << QByteArray{R"("\u0000")"};
    QTest::newRow("accent") << u"Frère"_s << QByteArray{R"("Frère")"};
    QTest::newRow("beyond 16 bits") << u"🦊"_s << QByteArray{R"("🦊")"};
}

void tst_Json::writesTextAsALiteral()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, literal);
    QCOMPARE(jsonText(text), literal);
    QCOMPARE(parseJson(literal)->toString(), text);
}

void tst_Json::writesALoneSurrogateAsValidUtf8()
{
    // A browser closes the whole socket over one text frame that is no UTF-8.
    const auto value = parseJson(R"("a\ud800b")");
    QVERIFY(value);
    const QByteArray text = jsonText(*value);
    QVERIFY(text.isValidUtf8());
    QVERIFY(parseJson(text));
}

void tst_Json::readsAroundWhiteSpace()
{
    QCOMPARE(parseJson(" [1]\n").value().toArray().size(), 1);
    QCOMPARE(parseJson("\t60 ").value(), QJsonValue{60});
}

void tst_Json::refusesWhatIsNotOneValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray{};
    QTest::newRow("white space") << QByteArray{"  "};
    QTest::newRow("two values") << QByteArray{"1,2"};
    QTest::newRow("two values without comma") << QByteArray{"1 2"};
    QTest::newRow("two objects") << QByteArray{"{}{}"};
    QTest::newRow("two lists, brackets that fit") << QByteArray{"1],[2"};
    QTest::newRow("an extra bracket") << QByteArray{"1]"};
    QTest::newRow("text after a list") << QByteArray{"[] x"};
    QTest::newRow("unquoted word") << QByteArray{"fox"};
    QTest::newRow("open object") << QByteArray{R"({"midi":60)"};
    QTest::newRow("open list") << QByteArray{"[1"};
    QTest::newRow("open text") << QByteArray{R"("fox)"};
    QTest::newRow("no UTF-8") << QByteArray{"\"\xff\""};
    QTest::newRow("no UTF-8 in an object") << QByteArray{"{\"a\":\"\xc3\x28\"}"};
    QTest::newRow("too deep") << QByteArray(5000, '[') + QByteArray(5000, ']');
}

void tst_Json::refusesWhatIsNotOneValue()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseJson(text));
}

QTEST_GUILESS_MAIN(tst_Json)
#include "tst_Json.moc"

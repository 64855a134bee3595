#include "server/protocol/FrameDecoder.h"
#include "server/protocol/FrameEncoder.h"
#include "server/protocol/Json.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace tutti::protocol;
using namespace Qt::StringLiterals;

namespace {

QJsonArray golden()
{
    QFile file{QStringLiteral(TUTTI_GOLDEN_FRAMES)};
    return file.open(QIODevice::ReadOnly)
               ? parseJson(file.readAll()).value_or(QJsonValue{}).toArray()
               : QJsonArray{};
}

Vsn vsnOf(const QJsonObject& item)
{
    return item.value("vsn"_L1).toString() == "1.0.0"_L1 ? Vsn::V1 : Vsn::V2;
}

/// As readable text, so that a difference can be seen: undefined and null are both null there.
QByteArray described(const Frame& frame)
{
    return jsonText(QJsonValue{QJsonObject{
        {u"joinRef"_s, frame.joinRef.isNull() ? QJsonValue{} : QJsonValue{frame.joinRef}},
        {u"ref"_s, frame.ref.isNull() ? QJsonValue{} : QJsonValue{frame.ref}},
        {u"topic"_s, frame.topic},
        {u"event"_s, frame.event},
        {u"payload"_s, frame.payload}}});
}

Frame frameOf(const QJsonObject& json)
{
    const auto ref = [&](QLatin1StringView key) { return json.value(key).toString(); };
    return {ref("joinRef"_L1), ref("ref"_L1), ref("topic"_L1), ref("event"_L1),
            json.value("payload"_L1)};
}

void addRows(QLatin1StringView direction)
{
    QTest::addColumn<QJsonObject>("item");
    for (const QJsonValue& value : golden()) {
        const QJsonObject item = value.toObject();
        if (item.value("direction"_L1).toString() == direction) {
            QTest::newRow(item.value("name"_L1).toString().toUtf8().constData()) << item;
        }
    }
}

int count(QLatin1StringView direction, QLatin1StringView vsn)
{
    int found = 0;
    for (const QJsonValue& value : golden()) {
        found += value["direction"_L1].toString() == direction && value["vsn"_L1].toString() == vsn;
    }
    return found;
}

} // namespace

/// The frames that C++ and TypeScript agree on: resources/golden/frames.json.
class tst_GoldenFrames : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void showsBothDirectionsInBothSerializers();
    void readsWhatComesFromTablets_data() { addRows("from_tablet"_L1); }
    void readsWhatComesFromTablets();
    void writesWhatGoesToTablets_data() { addRows("to_tablet"_L1); }
    void writesWhatGoesToTablets();
};

void tst_GoldenFrames::showsBothDirectionsInBothSerializers()
{
    for (const auto direction : {"from_tablet"_L1, "to_tablet"_L1}) {
        QVERIFY(count(direction, "1.0.0"_L1) >= 3);
        QVERIFY(count(direction, "2.0.0"_L1) >= 10);
    }
}

void tst_GoldenFrames::readsWhatComesFromTablets()
{
    QFETCH(QJsonObject, item);
    const QJsonValue hex = item.value("wireHex"_L1);
    const auto frame =
        hex.isString() ? decodeBinary(vsnOf(item), QByteArray::fromHex(hex.toString().toLatin1()))
                       : decodeText(vsnOf(item), item.value("wire"_L1).toString().toUtf8());
    QVERIFY(frame);
    QCOMPARE(described(*frame), jsonText(item.value("frame"_L1)));
}

void tst_GoldenFrames::writesWhatGoesToTablets()
{
    QFETCH(QJsonObject, item);
    const Frame frame = frameOf(item.value("frame"_L1).toObject());
    QCOMPARE(encode(vsnOf(item), frame), item.value("wire"_L1).toString().toUtf8());
}

QTEST_GUILESS_MAIN(tst_GoldenFrames)
#include "tst_GoldenFrames.moc"

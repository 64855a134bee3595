#include "server/channel/Limits.h"
#include "server/protocol/Json.h"

#include <QTest>

using namespace tutti;
using namespace tutti::channel;
using namespace Qt::StringLiterals;

namespace {

Result<Limits> limitsFrom(const QByteArray& json)
{
    return limitsFromJson(protocol::parseJson(json)->toObject());
}

} // namespace

class tst_Limits : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void readsEveryKey();
    void keepsTheDefaultsOfKeysLeftOut();
    void refuses_data();
    void refuses();
};

void tst_Limits::readsEveryKey()
{
    const auto limits = limitsFrom(R"({
        "sockets":1,"joins_per_second":2,"joins_per_second_per_peer":3,"channels_per_socket":4,
        "max_frame_bytes":5,"payload_bytes":6,"events_per_second_per_peer":7,
        "frames_per_second_per_peer":8,"bytes_per_second_per_peer":9,
        "presence_calls_per_window":10,"presence_window_ms":11,"queued_bytes_per_peer":12,
        "rest_messages_per_second":13})");
    QVERIFY(limits);
    QCOMPARE(*limits, (Limits{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}));
}

void tst_Limits::keepsTheDefaultsOfKeysLeftOut()
{
    QCOMPARE(*limitsFrom("{}"), Limits{});
    Limits expected;
    expected.sockets = 60;
    QCOMPARE(*limitsFrom(R"({"sockets":60})"), expected);
}

void tst_Limits::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("detail");
    const auto number = [](const char* name, const QByteArray& value) {
        QTest::newRow(name) << R"({"sockets":)" + value + '}'
                            << QByteArray{"limits.sockets must be a whole number of at least 1"};
    };
    number("zero", "0");
    number("negative", "-1");
    number("fraction", "1.5");
    number("beyond int", "3000000000");
    number("text", R"("60")");
    number("boolean", "true");
    number("null", "null");
    number("list", "[60]");
    QTest::newRow("unknown key") << QByteArray{R"({"socket":60})"}
                                 << QByteArray{R"(unknown key "limits.socket")"};
    QTest::newRow("other letter case")
        << QByteArray{R"({"Sockets":60})"} << QByteArray{R"(unknown key "limits.Sockets")"};
}

void tst_Limits::refuses()
{
    QFETCH(QByteArray, json);
    const auto limits = limitsFrom(json);
    QVERIFY(!limits);
    QCOMPARE(limits.error().code, ErrorCode::BadConfig);
    QTEST(QByteArray::fromStdString(limits.error().detail), "detail");
}

QTEST_GUILESS_MAIN(tst_Limits)
#include "tst_Limits.moc"

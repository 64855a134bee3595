#include "server/channel/Presence.h"
#include "server/protocol/Json.h"

#include <QTest>

using namespace tutti;
using namespace Qt::StringLiterals;
using channel::Presence;

namespace {

constexpr PeerId kFox{1};
constexpr PeerId kOwl{2};
const QJsonObject kAda{{u"name"_s, u"Ada"_s}};
const QJsonObject kBob{{u"name"_s, u"Bob"_s}};

QByteArray text(const std::optional<QJsonObject>& diff)
{
    return diff ? protocol::jsonText(QJsonValue{*diff}) : "no diff";
}

} // namespace

/// Metas, their refs and their diffs (PROTOCOL.md 4.6).
class tst_Presence : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }

    void joinsWhoTracks()
    {
        Presence presence;
        QCOMPARE(text(presence.track(kFox, u"k1"_s, kAda)),
                 QByteArray{
                     R"({"joins":{"k1":{"metas":[{"name":"Ada","phx_ref":"F1"}]}},"leaves":{}})"});
    }

    void replacesWithNewRefAndOldMetaInLeaves()
    {
        Presence presence;
        presence.track(kFox, u"k1"_s, kAda);
        QCOMPARE(
            text(presence.track(kFox, u"k1"_s, kBob)),
            QByteArray{
                R"({"joins":{"k1":{"metas":[{"name":"Bob","phx_ref":"F2","phx_ref_prev":"F1"}]}},)"
                R"("leaves":{"k1":{"metas":[{"name":"Ada","phx_ref":"F1"}]}}})"});
    }

    void changesNothingForTheSameMeta()
    {
        Presence presence;
        presence.track(kFox, u"k1"_s, kAda);
        const QJsonObject before = presence.state();
        QCOMPARE(text(presence.track(kFox, u"k1"_s, kAda)), QByteArray{"no diff"});
        QCOMPARE(presence.state(), before);
    }

    void leavesWhoUntracks()
    {
        Presence presence;
        presence.track(kFox, u"k1"_s, kAda);
        QCOMPARE(text(presence.untrack(kFox, u"k1"_s)),
                 QByteArray{
                     R"({"joins":{},"leaves":{"k1":{"metas":[{"name":"Ada","phx_ref":"F1"}]}}})"});
        QCOMPARE(presence.state(), QJsonObject{});
    }

    void untracksOnlyWhatIsThere()
    {
        Presence presence;
        QCOMPARE(text(presence.untrack(kFox, u"k1"_s)), QByteArray{"no diff"});
        presence.track(kFox, u"k1"_s, kAda);
        QCOMPARE(text(presence.untrack(kOwl, u"k1"_s)), QByteArray{"no diff"});
        QCOMPARE(text(presence.untrack(kFox, u"k2"_s)), QByteArray{"no diff"});
        QVERIFY(presence.state().contains("k1"_L1));
    }

    void hasOneMetaForEachOwnerOfAKey()
    {
        Presence presence;
        presence.track(kFox, u"k1"_s, kAda);
        QCOMPARE(text(presence.track(kOwl, u"k1"_s, kBob)),
                 QByteArray{
                     R"({"joins":{"k1":{"metas":[{"name":"Bob","phx_ref":"F2"}]}},"leaves":{}})"});
        QCOMPARE(
            text(presence.state()),
            QByteArray{
                R"({"k1":{"metas":[{"name":"Ada","phx_ref":"F1"},{"name":"Bob","phx_ref":"F2"}]}})"});
    }

    void leavesTheOtherOwnerOfAKey()
    {
        Presence presence;
        presence.track(kFox, u"k1"_s, kAda);
        presence.track(kOwl, u"k1"_s, kBob);
        QCOMPARE(text(presence.untrack(kFox, u"k1"_s)),
                 QByteArray{
                     R"({"joins":{},"leaves":{"k1":{"metas":[{"name":"Ada","phx_ref":"F1"}]}}})"});
        QCOMPARE(text(presence.state()),
                 QByteArray{R"({"k1":{"metas":[{"name":"Bob","phx_ref":"F2"}]}})"});
    }

    void untracksEverythingOfAnOwnerInOneDiff()
    {
        Presence presence;
        presence.track(kFox, u"k1"_s, kAda);
        presence.track(kOwl, u"k1"_s, kBob);
        presence.track(kFox, u"k2"_s, {});
        QCOMPARE(
            text(presence.untrackAll(kFox)),
            QByteArray{R"({"joins":{},"leaves":{"k1":{"metas":[{"name":"Ada","phx_ref":"F1"}]},)"
                       R"("k2":{"metas":[{"phx_ref":"F3"}]}}})"});
        QCOMPARE(text(presence.untrackAll(kFox)), QByteArray{"no diff"});
        QVERIFY(presence.state().contains("k1"_L1));
    }

    void keepsWhatTheServerOwnsWhenPeersGo()
    {
        Presence presence;
        presence.track({}, u"seat-3"_s, kAda);
        presence.track(kFox, u"seat-3"_s, kBob);
        presence.untrackAll(kFox);
        QCOMPARE(text(presence.state()),
                 QByteArray{R"({"seat-3":{"metas":[{"name":"Ada","phx_ref":"F1"}]}})"});
    }

    void writesItsOwnRefsOverTheClients()
    {
        Presence presence;
        QCOMPARE(text(presence.track(kFox, u"k1"_s, {{u"phx_ref"_s, u"mine"_s}})),
                 QByteArray{R"({"joins":{"k1":{"metas":[{"phx_ref":"F1"}]}},"leaves":{}})"});
    }
};

QTEST_GUILESS_MAIN(tst_Presence)
#include "tst_Presence.moc"

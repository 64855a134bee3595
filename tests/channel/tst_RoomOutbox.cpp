#include "server/channel/RoomOutbox.h"

#include <QTest>

using namespace tutti;
using namespace tutti::channel;
using protocol::Vsn;

namespace {

/// Three entries: a A, b B, c C.
RoomOutbox threeEntries()
{
    RoomOutbox outbox;
    outbox.add("a", "AA", Lane::Notes);
    outbox.add("b", "BB", Lane::State);
    outbox.add("c", "CC", Lane::Control);
    return outbox;
}

QByteArrayList piecesOf(const RoomOutbox& outbox, Vsn vsn, const std::vector<Exception>& exceptions)
{
    std::vector<Bytes> pieces{Bytes{"left from before", 4}};
    outbox.pieces(vsn, exceptions, pieces);
    QByteArrayList list;
    for (const Bytes piece : pieces) {
        list.append({piece.data(), static_cast<qsizetype>(piece.size())});
    }
    return list;
}

} // namespace

class tst_RoomOutbox : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }
    void isOnePieceInEachSerializer();
    void hasNoPieceWhenEmpty();
    void cutsPiecesAroundExceptions_data();
    void cutsPiecesAroundExceptions();
    void knowsEveryFrame();
    void skipsASerializerThatNobodySpeaks();
    void startsOverWhenCleared();
};

void tst_RoomOutbox::isOnePieceInEachSerializer()
{
    const RoomOutbox outbox = threeEntries();
    QCOMPARE(piecesOf(outbox, Vsn::V1, {}), QByteArrayList{"abc"});
    QCOMPARE(piecesOf(outbox, Vsn::V2, {}), QByteArrayList{"AABBCC"});
}

void tst_RoomOutbox::hasNoPieceWhenEmpty()
{
    QCOMPARE(piecesOf({}, Vsn::V2, {}), QByteArrayList{});
    QCOMPARE(piecesOf({}, Vsn::V2, {{0, "own"}}), QByteArrayList{"own"});
}

void tst_RoomOutbox::cutsPiecesAroundExceptions_data()
{
    using Exceptions = std::vector<Exception>;
    QTest::addColumn<Exceptions>("exceptions");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char* name, const Exceptions& exceptions,
                        const QByteArrayList& expected) {
        QTest::newRow(name) << exceptions << expected;
    };
    row("without the first", {{0}}, {"BBCC"});
    row("without the middle", {{1}}, {"AA", "CC"});
    row("without the last", {{2}}, {"AABB"});
    row("without two neighbours", {{0}, {1}}, {"CC"});
    row("without any", {{0}, {1}, {2}}, {});
    row("own frame first", {{0, "own"}}, {"own", "AABBCC"});
    row("own frame between", {{2, "own"}}, {"AABB", "own", "CC"});
    row("own frame last", {{3, "own"}}, {"AABBCC", "own"});
    row("two own frames in a row", {{1, "x"}, {1, "y"}}, {"AA", "x", "y", "BBCC"});
    row("own frame in place of one", {{1, "own"}, {1}}, {"AA", "own", "CC"});
    row("own frame behind one left out", {{1}, {2, "own"}}, {"AA", "own", "CC"});
    row("nothing but own frames", {{0}, {1, "x"}, {1}, {2}, {3, "y"}}, {"x", "y"});
}

void tst_RoomOutbox::cutsPiecesAroundExceptions()
{
    QFETCH(std::vector<Exception>, exceptions);
    QFETCH(QByteArrayList, expected);
    QCOMPARE(piecesOf(threeEntries(), Vsn::V2, exceptions), expected);
}

void tst_RoomOutbox::knowsEveryFrame()
{
    const RoomOutbox outbox = threeEntries();
    QCOMPARE(outbox.size(), 3U);
    const Bytes frame = outbox.frame(Vsn::V2, 1);
    QCOMPARE(QByteArray(frame.data(), static_cast<qsizetype>(frame.size())), QByteArray{"BB"});
    QCOMPARE(outbox.entry(1).lane, Lane::State);
    QCOMPARE(outbox.bytes(), std::size_t{9});
}

void tst_RoomOutbox::skipsASerializerThatNobodySpeaks()
{
    RoomOutbox outbox;
    outbox.add({}, "AA", Lane::Notes);
    QCOMPARE(piecesOf(outbox, Vsn::V1, {}), QByteArrayList{});
    QCOMPARE(piecesOf(outbox, Vsn::V2, {}), QByteArrayList{"AA"});
}

void tst_RoomOutbox::startsOverWhenCleared()
{
    RoomOutbox outbox = threeEntries();
    outbox.clear();
    QCOMPARE(outbox.size(), 0U);
    QCOMPARE(outbox.bytes(), std::size_t{0});
    outbox.add("d", "DD", Lane::Notes);
    QCOMPARE(piecesOf(outbox, Vsn::V2, {}), QByteArrayList{"DD"});
}

QTEST_GUILESS_MAIN(tst_RoomOutbox)
#include "tst_RoomOutbox.moc"

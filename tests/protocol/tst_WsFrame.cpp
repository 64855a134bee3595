#include "server/protocol/WsFrame.h"

#include <QTest>

using namespace tutti::protocol;
using namespace Qt::StringLiterals;

class tst_WsFrame : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void writesTheShortestHeader_data();
    void writesTheShortestHeader();
    void putsTheTextBehindItsHeader();
    void countsBytesAndNotCharacters();
    void closesWithCodeAndReason();
};

void tst_WsFrame::writesTheShortestHeader_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("empty") << qsizetype{0} << QByteArray{"8100"};
    QTest::newRow("last with 7 bits") << qsizetype{125} << QByteArray{"817d"};
    QTest::newRow("first with 16 bits") << qsizetype{126} << QByteArray{"817e007e"};
    QTest::newRow("both bytes") << qsizetype{0x1234} << QByteArray{"817e1234"};
    QTest::newRow("last with 16 bits") << qsizetype{65535} << QByteArray{"817effff"};
    QTest::newRow("first with 64 bits") << qsizetype{65536} << QByteArray{"817f0000000000010000"};
    QTest::newRow("all bytes") << qsizetype{0x0102030405060708}
                               << QByteArray{"817f0102030405060708"};
}

void tst_WsFrame::writesTheShortestHeader()
{
    QFETCH(qsizetype, size);
    QFETCH(QByteArray, header);
    QCOMPARE(textFrameHeader(size).toHex(), header);
}

void tst_WsFrame::putsTheTextBehindItsHeader()
{
    QCOMPARE(textFrame("[1]"), QByteArray{"\x81\x03[1]"});
    const QByteArray text(300, 'x');
    QCOMPARE(textFrame(text), QByteArray("\x81\x7e\x01\x2c", 4) + text);
}

void tst_WsFrame::countsBytesAndNotCharacters()
{
    QCOMPARE(textFrame("é"), QByteArray{"\x81\x02\xc3\xa9"});
}

void tst_WsFrame::closesWithCodeAndReason()
{
    QCOMPARE(closeFrame(1013, "too slow"), QByteArray("\x88\x0a\x03\xf5too slow"));
    QCOMPARE(closeFrame(1000, {}), QByteArray("\x88\x02\x03\xe8"));
    QCOMPARE(closeFrame(1008, std::string(200, 'x')).size(), qsizetype{2 + 125});
}

QTEST_GUILESS_MAIN(tst_WsFrame)
#include "tst_WsFrame.moc"

#include "app/classroom/JoinCodes.h"

#include <QTest>

#include <set>

using namespace tutti;
using namespace tutti::classroom;

class tst_JoinCodes : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void usesFourLetterWordsOnce()
    {
        std::set<std::string_view> seen;
        for (const std::string_view word : joinWords()) {
            QVERIFY2(parseCode(word), word.data());
            QVERIFY2(seen.insert(word).second, word.data());
        }
        QVERIFY(seen.size() >= 150);
    }

    void drawsACodeForAnyNumber()
    {
        QVERIFY(codeFor(0).isValid());
        QVERIFY(codeFor(~std::uint64_t{0}).isValid());
    }

    void readsACode_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        QTest::newRow("upper") << QStringLiteral("LARK") << QStringLiteral("LARK");
        QTest::newRow("lower") << QStringLiteral("lark") << QStringLiteral("LARK");
        QTest::newRow("short") << QStringLiteral("LAR") << QString{};
        QTest::newRow("long") << QStringLiteral("LARKS") << QString{};
        QTest::newRow("digit") << QStringLiteral("LAR1") << QString{};
        QTest::newRow("bracket") << QStringLiteral("LAR[") << QString{};
        QTest::newRow("empty") << QString{} << QString{};
    }

    void readsACode()
    {
        QFETCH(QString, typed);
        QFETCH(QString, code);
        const auto parsed = parseCode(typed.toStdString());
        QCOMPARE(parsed ? QString::fromStdString(parsed->letters) : QString{}, code);
    }
};

QTEST_GUILESS_MAIN(tst_JoinCodes)
#include "tst_JoinCodes.moc"

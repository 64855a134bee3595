#include "tests/gui/Panels.h"
#include "ui/widgets/Choice.h"

#include <QCheckBox>
#include <QMenu>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace Qt::StringLiterals;

class tst_GamePanel : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u"^(?!This plugin does not)"_s}); }

    void startsAGame()
    {
        Panels p;
        p.start(jamGame());
        QVERIFY(p.named(u"Free Jam"_s)->isChecked());
        QVERIFY(p.click(u"Beat Ring"_s));
        QCOMPARE(p.sink.last<StartGame>()->game, std::string{"beat_ring"});
        p.change(ringGame());
        QVERIFY(p.named(u"Beat Ring"_s)->isChecked() && !p.named(u"Free Jam"_s)->isChecked());
        const auto sent = p.sink.commands.size();
        QVERIFY(p.click(u"Beat Ring"_s));
        QCOMPARE(p.sink.commands.size(), sent);
        QVERIFY(p.named(u"Beat Ring"_s)->isChecked());
    }

    void setsTheRing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("move");
        QTest::newRow("beats") << u"Beats in the ring"_s << 2 << u"set {\"beats\":16}"_s;
        QTest::newRow("each") << u"Each student plays"_s << 1 << u"set {\"each\":2}"_s;
        QTest::newRow("level") << u"Level"_s << 2 << u"set {\"level\":\"tree\"}"_s;
        QTest::newRow("turn") << u"Beats move"_s << 2 << u"set {\"turn\":\"shuffle\"}"_s;
        QTest::newRow("every") << u"They move"_s << 2 << u"set {\"every\":4}"_s;
    }
    void setsTheRing()
    {
        QFETCH(QString, name);
        QFETCH(int, index);
        Panels p;
        p.start(ringGame());
        QVERIFY(p.click(u"More options"_s));
        auto* choice = p.named<Choice>(name);
        QVERIFY(choice);
        choice->setCurrentIndex(index);
        emit choice->activated(index);
        QTEST(p.lastMove(), "move");
    }

    void setsGhostAndRests()
    {
        Panels p;
        p.start(ringGame(R"("rest":[4])"));
        QVERIFY(p.click(u"More options"_s));
        p.named<QCheckBox>(u"Ghost sound"_s)->click();
        QCOMPARE(p.lastMove(), u"set {\"ghost\":false}"_s);
        QVERIFY(p.named(u"Rest on beat 4"_s)->isChecked());
        QVERIFY(!p.named(u"Rest on beat 9"_s));
        QVERIFY(p.click(u"Rest on beat 8"_s));
        QCOMPARE(p.lastMove(), u"set {\"rest\":[4,8]}"_s);
    }

    void showsTheOptionsThatHold()
    {
        Panels p;
        p.start(ringGame(R"("level":"tree","turn":"stay","every":3,"ghost":false)"));
        QVERIFY(p.click(u"More options"_s));
        QCOMPARE(p.named<Choice>(u"Level"_s)->currentText(), u"Tree 4–5"_s);
        QCOMPARE(p.named<Choice>(u"Beats move"_s)->currentText(), u"not at all"_s);
        QCOMPARE(p.named<Choice>(u"They move"_s)->currentText(), u"every 3 times round"_s);
        QVERIFY(!p.named<QCheckBox>(u"Ghost sound"_s)->isChecked());
        p.change(jamGame());
        QVERIFY(!p.named<Choice>(u"Beats in the ring"_s));
    }

    void explainsTheGame()
    {
        Panels p;
        p.start(ringGame());
        QVERIFY(p.click(u"How it works"_s));
        const auto* popup = p.game->findChild<QMenu*>();
        QVERIFY(popup && popup->isVisible());
        const auto* words = popup->findChild<QLabel*>();
        QCOMPARE(words->text().count(u"\n\n"_s), 2);
        QTest::keyClick(const_cast<QMenu*>(popup), Qt::Key_Escape);
        p.settle();
    }

    void keepsEveryOptionWhenCompact()
    {
        Panels p;
        p.start(ringGame());
        p.game->setCompact(true);
        QVERIFY(!p.named<Choice>(u"Each student plays"_s));
        QVERIFY(p.click(u"More options"_s));
        QVERIFY(p.named<Choice>(u"Each student plays"_s));
        QVERIFY(p.named<Choice>(u"They move"_s));
        QVERIFY2(p.game->minimumSizeHint().width() <= 290,
                 qPrintable(QString::number(p.game->minimumSizeHint().width())));
    }
};

QTEST_MAIN(tst_GamePanel)
#include "tst_GamePanel.moc"

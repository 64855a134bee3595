#include "tests/gui/Dashboard.h"
#include "ui/widgets/KeyBindings.h"
#include "ui/widgets/LobbyView.h"
#include "ui/widgets/ShortcutsOverlay.h"

#include <QCheckBox>
#include <QSettings>
#include <QTemporaryDir>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace Qt::StringLiterals;

class tst_Keys : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void listsAllKeys_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("shift");
        QTest::newRow("?") << int(Qt::Key_Question) << false;
        QTest::newRow("? typed with Shift") << int(Qt::Key_Question) << true;
        QTest::newRow("F1") << int(Qt::Key_F1) << false;
    }
    void listsAllKeys()
    {
        QFETCH(int, key);
        QFETCH(bool, shift);
        Dashboard d;
        d.key(static_cast<Qt::Key>(key), shift ? Qt::ShiftModifier : Qt::NoModifier);
        QVERIFY(d.named<ShortcutsOverlay>(u"All keys"_s));
        for (const QString& text :
             {u"Space"_s, u"Start or stop the music"_s, u"F8 or B or ."_s, u"Shift+M"_s,
              u"Next raised hand"_s, u"Mark this moment"_s, u"Find a student"_s, u"Undo"_s}) {
            QVERIFY2(d.says(text), qPrintable(text));
        }
        d.key(Qt::Key_Escape);
        QVERIFY(!d.shown<ShortcutsOverlay>());
    }

    void saysWhatEveryListedKeyDoes()
    {
        Dashboard d;
        const auto* keys = d.window.findChild<KeyBindings*>();
        QVERIFY(keys->entries().size() >= 20);
        for (const KeyBindings::Entry& entry : keys->entries()) {
            QVERIFY(!entry.what.isEmpty());
            QVERIFY(!entry.keys.isEmpty());
        }
    }

    void switchesSingleLettersOff()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"keys.ini"_s), QSettings::IniFormat);
        {
            Dashboard d(&settings);
            d.startLesson();
            d.key(Qt::Key_Question);
            auto* letters = d.named<QCheckBox>(u"Single letters work"_s);
            QVERIFY(letters->isChecked());
            letters->click();
            d.key(Qt::Key_Escape);
            for (const Qt::Key key :
                 {Qt::Key_K, Qt::Key_N, Qt::Key_B, Qt::Key_Period, Qt::Key_1, Qt::Key_Question}) {
                d.key(key);
            }
            d.key(Qt::Key_M, Qt::ShiftModifier);
            QVERIFY(d.sink.commands.empty());
            QVERIFY(!d.shown<ShortcutsOverlay>());
            d.key(Qt::Key_F8);
            QVERIFY(d.sink.last<BeQuiet>());
            d.key(Qt::Key_Space);
            QVERIFY(d.sink.last<StartTransport>());
        }
        Dashboard again(&settings);
        again.startLesson();
        again.key(Qt::Key_K);
        QVERIFY(again.sink.commands.empty());
        again.key(Qt::Key_F1);
        QVERIFY(!again.named<QCheckBox>(u"Single letters work"_s)->isChecked());
        again.named<QCheckBox>(u"Single letters work"_s)->click();
        again.key(Qt::Key_Escape);
        again.key(Qt::Key_K);
        QVERIFY(again.sink.last<MarkMoment>());
    }

    void marksAMoment()
    {
        Dashboard d;
        d.key(Qt::Key_K);
        d.openRoom();
        d.key(Qt::Key_K);
        QVERIFY(d.sink.commands.empty());
        d.room.start(d.clock.now());
        d.key(Qt::Key_K);
        QVERIFY(d.sink.last<MarkMoment>());
    }

    void goesToTheNextRound_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("N") << int(Qt::Key_N);
        QTest::newRow("clicker") << int(Qt::Key_PageDown);
    }
    void goesToTheNextRound()
    {
        QFETCH(int, key);
        Dashboard d;
        d.startLesson();
        d.beginGame("free_jam");
        d.key(static_cast<Qt::Key>(key));
        QVERIFY(d.sink.commands.empty());
        d.beginGame("beat_ring");
        d.key(static_cast<Qt::Key>(key));
        QVERIFY(d.sink.last<MakeMove>());
        QCOMPARE(QString::fromStdString(d.sink.last<MakeMove>()->move.name), u"next_round"_s);
    }

    void saysItsKeyInTheTooltip_data()
    {
        QTest::addColumn<QString>("control");
        QTest::addColumn<QString>("key");
        QTest::newRow("start") << u"Start the music"_s << u"Space"_s;
        QTest::newRow("tap") << u"Tap the tempo"_s << u"(T)"_s;
        QTest::newRow("quiet") << u"Everyone quiet"_s << u"F8"_s;
        QTest::newRow("mute all") << u"Mute all"_s << u"Shift+M"_s;
        QTest::newRow("next round") << u"Next round"_s << u"(N)"_s;
        QTest::newRow("mark") << u"Mark this moment"_s << u"K"_s;
        QTest::newRow("a role") << u"Mute Melody"_s << u"(2)"_s;
    }
    void saysItsKeyInTheTooltip()
    {
        QFETCH(QString, control);
        QFETCH(QString, key);
        Dashboard d;
        d.startLesson();
        d.beginGame("beat_ring");
        const auto* found = d.named<QWidget>(control);
        QVERIFY(found);
        QVERIFY2(found->toolTip().contains(key), qPrintable(found->toolTip()));
    }
};

QTEST_MAIN(tst_Keys)
#include "tst_Keys.moc"

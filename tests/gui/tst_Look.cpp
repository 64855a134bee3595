#include "tests/gui/Dashboard.h"
#include "ui/widgets/BeatPads.h"
#include "ui/widgets/Header.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/SeatGrid.h"

#include <QApplication>
#include <QMenu>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

QMenu* openMenu(Dashboard& d)
{
    d.click(u"Menu"_s);
    return qobject_cast<QMenu*>(QApplication::activePopupWidget());
}

/// Chooses an entry of the header's menu by its words; false if there is none.
bool choose(Dashboard& d, const QString& words)
{
    QMenu* menu = openMenu(d);
    if (!menu) {
        return false;
    }
    for (QAction* action : menu->actions()) {
        if (action->text() == words) {
            action->trigger();
            menu->close();
            return true;
        }
    }
    return false;
}

QColor pixel(Dashboard& d, const QWidget* widget, QPoint at)
{
    return d.window.grab().toImage().pixelColor(widget->mapTo(&d.window, at));
}

/// The colour a line icon is drawn in.
QColor inkOf(const QAbstractButton* button)
{
    const QImage image = button->icon().pixmap(24).toImage();
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixelColor(x, y).alpha() == 255) {
                return image.pixelColor(x, y);
            }
        }
    }
    return {};
}

} // namespace

class tst_Look : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void paintsEverythingInTheChosenColours_data()
    {
        QTest::addColumn<QStringList>("choices");
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << QStringList{u"Light"_s} << Scheme::Light;
        QTest::newRow("dark") << QStringList{u"Dark"_s} << Scheme::Dark;
        QTest::newRow("there and back") << QStringList{u"Dark"_s, u"Light"_s} << Scheme::Light;
    }

    void paintsEverythingInTheChosenColours()
    {
        QFETCH(QStringList, choices);
        QFETCH(Scheme, scheme);
        Dashboard d;
        d.startLesson();
        d.room.join(1, d.clock.now());
        d.clock.advance(std::chrono::minutes{1});
        for (const QString& words : choices) {
            QVERIFY(choose(d, words));
        }
        const Theme& theme = themeFor(scheme);
        const auto* grid = d.shown<SeatGrid>();
        QCOMPARE(pixel(d, d.shown<Header>(), {560, 20}), theme.surface);
        QCOMPARE(pixel(d, d.window.centralWidget(), {4, 400}), theme.bg);
        QCOMPARE(pixel(d, d.shown<BeatPads>(), {6, 34}), theme.sunken);
        const QRect tile = SeatGrid::tileRect(grid->visualRect(grid->model()->index(1, 0)));
        QCOMPARE(pixel(d, grid, {tile.center().x(), tile.top() + 6}), theme.surface);
        QCOMPARE(inkOf(d.named<QAbstractButton>(u"Mute all"_s)), theme.text);
        QCOMPARE(inkOf(d.named<QAbstractButton>(u"Menu"_s)), theme.text);
    }

    void remembersSizeAndMotion()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"look.ini"_s), QSettings::IniFormat);
        QCOMPARE(Look::sizeIn(settings), 100);
        {
            Look look(&settings);
            look.setSize(150);
            look.setReducedMotion(true);
        }
        const Look again(&settings);
        QCOMPARE(again.size(), 150);
        QCOMPARE(Look::sizeIn(settings), 150);
        QVERIFY(again.reducedMotion());
        settings.setValue(u"dashboard/size"_s, 90);
        QCOMPARE(Look::sizeIn(settings), 100);
    }

    void saysWhatTheChoicesOfTheMenuAreAbout()
    {
        Dashboard d;
        auto* menu = openMenu(d);
        QVERIFY(menu);
        QStringList headings;
        for (const QAction* action : menu->actions()) {
            if (!action->isSeparator() && !action->isEnabled()) {
                headings.push_back(action->text());
            }
        }
        QCOMPARE(headings, (QStringList{u"Colours"_s, u"Size, from the next start on"_s}));
        menu->close();
    }

    void keepsSizeAndMotionFromTheMenu()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"look.ini"_s), QSettings::IniFormat);
        Dashboard d(&settings);
        const bool before = Look(&settings).reducedMotion();
        QVERIFY(choose(d, u"125 %"_s));
        QVERIFY(choose(d, u"Reduce motion"_s));
        const Look after(&settings);
        QCOMPARE(after.size(), 125);
        QCOMPARE(after.reducedMotion(), !before);
    }

    void underlinesTheCurrentTab()
    {
        Dashboard d;
        d.startLesson();
        d.settle();
        const auto* tabs = d.shown<QTabBar>();
        const QRect tab = tabs->tabRect(1);
        const QColor accent = themeFor(Scheme::Light).accent;
        QCOMPARE(pixel(d, tabs, {tab.center().x(), tab.bottom()}), accent);
        QVERIFY(pixel(d, tabs, {tabs->tabRect(0).center().x(), tab.bottom()}) != accent);
    }

    void hasTheDrawnSizesInBothColours_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QSize>("size");
        QTest::newRow("start") << u"Start the music"_s << QSize(108, 52);
        QTest::newRow("tap") << u"Tap the tempo"_s << QSize(62, 52);
        QTest::newRow("step") << u"One beat faster (])"_s << QSize(30, 38);
        QTest::newRow("click") << u"Metronome click"_s << QSize(30, 30);
        QTest::newRow("quiet") << u"Everyone quiet"_s << QSize(188, 54);
    }

    void hasTheDrawnSizesInBothColours()
    {
        QFETCH(QString, button);
        Dashboard d;
        d.startLesson();
        d.settle();
        QTEST(d.named<QAbstractButton>(button)->size(), "size");
        QVERIFY(choose(d, u"Dark"_s));
        d.settle();
        QTEST(d.named<QAbstractButton>(button)->size(), "size");
    }

    void showsBothTabsWhole()
    {
        Dashboard d;
        d.startLesson();
        d.settle();
        const auto* tabs = d.shown<QTabBar>();
        // The chosen tab may be a pixel wider than the bar last heard.
        QVERIFY(tabs->tabRect(0).left() >= 0);
        QVERIFY(tabs->tabRect(1).right() <= tabs->width());
        QVERIFY(tabs->tabRect(1).bottom() < tabs->height());
        for (const auto* arrow : tabs->findChildren<QToolButton*>()) {
            QVERIFY(!arrow->isVisible());
        }
    }

    void fillsTheWholeStyleSheet()
    {
        Look look(nullptr);
        look.choose(Look::Choice::Dark);
        const QString sheet = look.styleSheet();
        QVERIFY(sheet.contains(u"#14161b"_s));
        QVERIFY(sheet.contains(u"chevron-dark.svg"_s));
        QVERIFY(!sheet.section(u"*/"_s, 1).contains(u'@'));
        QVERIFY(QFile::exists(u":/icons/ui/chevron-dark.svg"_s));
        QVERIFY(QFile::exists(u":/icons/ui/chevron-light.svg"_s));
    }

    void remembersTheChoice()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"colours.ini"_s), QSettings::IniFormat);
        {
            Dashboard d(&settings);
            QVERIFY(choose(d, u"Dark"_s));
        }
        Look look(&settings);
        QCOMPARE(look.choice(), Look::Choice::Dark);
        QCOMPARE(look.theme().scheme, Scheme::Dark);
        Dashboard again(&settings);
        auto* menu = openMenu(again);
        QVERIFY(menu);
        for (const QAction* action : menu->actions()) {
            const bool colours =
                QStringList{u"As the system"_s, u"Light"_s, u"Dark"_s}.contains(action->text());
            QVERIFY(!colours || action->isChecked() == (action->text() == u"Dark"_s));
        }
        menu->close();
    }

    void forgetsAChoiceItDoesNotKnow()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"colours.ini"_s), QSettings::IniFormat);
        settings.setValue(u"dashboard/colours"_s, u"purple"_s);
        QCOMPARE(Look(&settings).choice(), Look::Choice::System);
    }
};

QTEST_MAIN(tst_Look)
#include "tst_Look.moc"

#include "app/main/GuiApplication.h"
#include "tests/flow/RunningTutti.h"

#include <QApplication>
#include <QTest>

using namespace tutti;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

QWidget* dashboard()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (qobject_cast<ui::MainWindow*>(widget)) {
            return widget;
        }
    }
    return nullptr;
}

} // namespace

/// What a second launch does to the window of the first.
class tst_RaisedWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_settings.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QCoreApplication::setOrganizationName(u"Tutti test"_s);
    }

    void comesBackFromTheTaskBar_data()
    {
        QTest::addColumn<bool>("maximized");
        QTest::newRow("as large as it was") << false;
        QTest::newRow("filling the screen again") << true;
    }

    void comesBackFromTheTaskBar()
    {
        QFETCH(bool, maximized);
        RunningTutti tutti;
        main::GuiApplication gui{tutti.backend()};
        gui.show();
        QVERIFY(dashboard());
        dashboard()->setWindowState(maximized ? Qt::WindowMaximized : Qt::WindowNoState);
        dashboard()->showMinimized();
        QVERIFY(dashboard()->isMinimized());
        gui.raise();
        QVERIFY(!dashboard()->isMinimized());
        QCOMPARE(dashboard()->isMaximized(), maximized);
        QVERIFY(QTest::qWaitForWindowActive(dashboard()));
    }

    void staysClosedOnceItIsClosed()
    {
        RunningTutti tutti;
        main::GuiApplication gui{tutti.backend()};
        gui.show();
        dashboard()->hide();
        gui.raise();
        QVERIFY(!dashboard()->isVisible());
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(tst_RaisedWindow)
#include "tst_RaisedWindow.moc"

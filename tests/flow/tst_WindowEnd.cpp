#include "app/main/GuiApplication.h"
#include "tests/flow/RunningTutti.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QSettings>
#include <QTest>
#include <QTimer>

using namespace tutti;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kNeverEnded = 77;

/// What ends the program if nothing else does, so that a test fails instead of standing still.
constexpr std::chrono::seconds kWatchdog{20};

ui::MainWindow* dashboard()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* window = qobject_cast<ui::MainWindow*>(widget)) {
            return window;
        }
    }
    return nullptr;
}

bool press(const QString& name)
{
    for (auto* button : dashboard()->findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->isEnabled() && button->accessibleName() == name) {
            QTest::mouseClick(button, Qt::LeftButton);
            return true;
        }
    }
    return false;
}

bool says(const QString& text)
{
    const auto labels = dashboard()->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisible() && label->text() == text;
    });
}

/// Closes the window in the loop's first turn and runs the program to its end.
int closeAndRun()
{
    QTimer watchdog;
    watchdog.setSingleShot(true);
    QObject::connect(&watchdog, &QTimer::timeout, qApp,
                     [] { QCoreApplication::exit(kNeverEnded); });
    watchdog.start(kWatchdog);
    QMetaObject::invokeMethod(
        dashboard(), [] { dashboard()->close(); }, Qt::QueuedConnection);
    return QApplication::exec();
}

} // namespace

/// The window and everything behind it, as main() builds them: opened, taught from, closed.
class tst_WindowEnd : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_settings.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QCoreApplication::setOrganizationName(u"Tutti test"_s);
    }

    void endsTheProgramWhenItCloses_data()
    {
        QTest::addColumn<bool>("open");
        QTest::addColumn<bool>("lesson");
        QTest::newRow("room closed") << false << false;
        QTest::newRow("in the lobby") << true << false;
        QTest::newRow("in the lesson") << true << true;
    }

    void endsTheProgramWhenItCloses()
    {
        QFETCH(bool, open);
        QFETCH(bool, lesson);
        RunningTutti tutti;
        main::GuiApplication gui{tutti.backend()};
        QSignalSpy opened{&tutti.backend(), &main::Backend::opened};
        QSignalSpy closed{&tutti.backend(), &main::Backend::closed};
        gui.show();
        QVERIFY(dashboard());
        if (open) {
            QVERIFY(press(u"Open the room"_s));
            QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 10'000);
        }
        if (lesson) {
            QTRY_VERIFY(press(u"Start lesson"_s));
            QTRY_VERIFY(says(u"Students"_s));
        }
        QCOMPARE(closeAndRun(), 0);
        QCOMPARE(closed.size(), open ? 1 : 0);
    }

    void takesBackThatTheLessonIsNotSavedOnceItIs()
    {
        RunningTutti tutti;
        main::GuiApplication gui{tutti.backend()};
        gui.show();
        emit tutti.backend().failed(Error{ErrorCode::StoreUnavailable});
        QTRY_VERIFY(says(u"The lesson is not being saved"_s));
        emit tutti.backend().storeRecovered();
        QTRY_VERIFY(!says(u"The lesson is not being saved"_s));
        QCOMPARE(closeAndRun(), 0);
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(tst_WindowEnd)
#include "tst_WindowEnd.moc"

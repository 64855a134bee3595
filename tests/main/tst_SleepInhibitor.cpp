#include "app/main/DBusInhibitor.h"
#include "app/main/SleepInhibitor.h"
#include "tests/main/FakeInhibitors.h"
#include "tests/main/PrivateBus.h"

#include <QCoreApplication>
#include <QTest>
#include <QThreadPool>

using namespace tutti::main;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

const QString kReason = u"A lesson is running"_s;

/// Lets everything that was asked be answered.
void settle()
{
    while (!QThreadPool::globalInstance()->waitForDone(10)) {
        QCoreApplication::processEvents();
    }
    QCoreApplication::processEvents();
}

} // namespace

/// Against a real bus, with a stand-in for the two services that put a computer to sleep.
class tst_SleepInhibitor : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_bus.start());
        // What the program itself asks for without knowing of a test.
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_bus.address().toLatin1());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toLatin1());
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression{u".*"_s});
        m_login = std::make_unique<FakeLogin>();
        m_screen = std::make_unique<FakeScreenSaver>();
        m_services = std::make_unique<QDBusConnection>(m_bus.connection(u"services"_s));
        QVERIFY(m_services->isConnected());
    }

    void cleanup()
    {
        m_services.reset();
        QDBusConnection::disconnectFromBus(u"services"_s);
        m_login.reset();
        m_screen.reset();
    }

    void holdsOffIdleSleepUntilReleased()
    {
        offerLogin();
        DBusInhibitor inhibitor{buses()};
        QVERIFY(!inhibitor.isHeld());
        inhibitor.hold(kReason);
        QTRY_VERIFY(inhibitor.isHeld());
        QCOMPARE(m_login->asked, (QStringList{u"idle"_s, u"Tutti"_s, kReason, u"block"_s}));
        QVERIFY(m_login->isHeldOff());
        inhibitor.release();
        QVERIFY(!inhibitor.isHeld());
        QTRY_VERIFY(!m_login->isHeldOff());
    }

    void asksTheDesktopToo()
    {
        offerLogin();
        offerScreenSaver();
        DBusInhibitor inhibitor{buses()};
        inhibitor.hold(kReason);
        QTRY_VERIFY(inhibitor.isHeld());
        QCOMPARE(m_screen->asked, (QStringList{u"Tutti"_s, kReason}));
        QCOMPARE(m_screen->cookies.size(), 1);
        QVERIFY(m_login->isHeldOff());
        inhibitor.release();
        QTRY_VERIFY(m_screen->cookies.isEmpty());
    }

    void isContentWithTheDesktopAlone_data()
    {
        QTest::addColumn<bool>("login");
        QTest::newRow("no logind") << false;
        QTest::newRow("logind refuses") << true;
    }

    void isContentWithTheDesktopAlone()
    {
        QFETCH(bool, login);
        m_login->refuses = true;
        if (login) {
            offerLogin();
        }
        offerScreenSaver();
        DBusInhibitor inhibitor{buses()};
        inhibitor.hold(kReason);
        QTRY_VERIFY(inhibitor.isHeld());
        QCOMPARE(m_screen->cookies.size(), 1);
    }

    void takesARefusalForWhatItIs()
    {
        m_login->refuses = true;
        offerLogin();
        DBusInhibitor inhibitor{buses()};
        inhibitor.hold(kReason);
        QTRY_VERIFY(!m_login->asked.isEmpty());
        settle();
        QVERIFY(!inhibitor.isHeld());
    }

    void doesWithoutABus()
    {
        const auto none = [] { return QDBusConnection{u"nowhere"_s}; };
        DBusInhibitor inhibitor{{none, none}};
        inhibitor.hold(kReason);
        settle();
        QVERIFY(!inhibitor.isHeld());
        inhibitor.release();
    }

    void withdrawsAWishThatWasGrantedTooLate()
    {
        offerLogin();
        offerScreenSaver();
        DBusInhibitor inhibitor{buses()};
        inhibitor.hold(kReason);
        inhibitor.release();
        QTRY_VERIFY(!m_login->asked.isEmpty());
        settle();
        QVERIFY(!inhibitor.isHeld());
        QVERIFY(m_screen->asked.isEmpty());
        QTRY_VERIFY(!m_login->isHeldOff());
        QTRY_VERIFY(m_screen->cookies.isEmpty());
    }

    void asksOnceHoweverOftenItIsTold()
    {
        offerScreenSaver();
        DBusInhibitor inhibitor{buses()};
        inhibitor.hold(kReason);
        QTRY_VERIFY(inhibitor.isHeld());
        inhibitor.hold(u"again"_s);
        settle();
        QCOMPARE(m_screen->asked.last(), kReason);
        QCOMPARE(m_screen->cookies.size(), 1);
    }

    void holdsAgainInTheNextLesson()
    {
        offerLogin();
        DBusInhibitor inhibitor{buses()};
        inhibitor.hold(kReason);
        QTRY_VERIFY(inhibitor.isHeld());
        inhibitor.release();
        QTRY_VERIFY(!m_login->isHeldOff());
        inhibitor.hold(kReason);
        QTRY_VERIFY(inhibitor.isHeld());
        QVERIFY(m_login->isHeldOff());
    }

    void endsWithItsOwner()
    {
        offerLogin();
        offerScreenSaver();
        {
            DBusInhibitor inhibitor{buses()};
            inhibitor.hold(kReason);
            QTRY_VERIFY(inhibitor.isHeld());
        }
        QTRY_VERIFY(!m_login->isHeldOff());
        QTRY_VERIFY(m_screen->cookies.isEmpty());
    }

    void findsTheBusesOfThisSessionByItself()
    {
        offerLogin();
        offerScreenSaver();
        SleepInhibitor inhibitor;
        inhibitor.hold(kReason);
        QTRY_VERIFY(inhibitor.isHeld());
        QVERIFY(m_login->isHeldOff());
        QCOMPARE(m_screen->cookies.size(), 1);
        inhibitor.release();
        QVERIFY(!inhibitor.isHeld());
        QTRY_VERIFY(!m_login->isHeldOff());
    }

private:
    Buses buses() const
    {
        return {[this] { return m_bus.connection(u"system"_s); },
                [this] { return m_bus.connection(u"session"_s); }};
    }

    void offerLogin()
    {
        QVERIFY(m_services->registerObject(u"/org/freedesktop/login1"_s, m_login.get(),
                                           QDBusConnection::ExportAllSlots));
        QVERIFY(m_services->registerService(u"org.freedesktop.login1"_s));
    }

    void offerScreenSaver()
    {
        QVERIFY(m_services->registerObject(u"/org/freedesktop/ScreenSaver"_s, m_screen.get(),
                                           QDBusConnection::ExportAllSlots));
        QVERIFY(m_services->registerService(u"org.freedesktop.ScreenSaver"_s));
    }

    PrivateBus m_bus;
    std::unique_ptr<FakeLogin> m_login;
    std::unique_ptr<FakeScreenSaver> m_screen;
    std::unique_ptr<QDBusConnection> m_services;
};

QTEST_GUILESS_MAIN(tst_SleepInhibitor)
#include "tst_SleepInhibitor.moc"

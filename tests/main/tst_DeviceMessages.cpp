#include "app/main/DeviceMessages.h"

#include <QTest>

using namespace tutti::main;
using tutti::midi::SoundNews;
using namespace Qt::StringLiterals;

class tst_DeviceMessages : public QObject {
    Q_OBJECT

private slots:
    void saysWhatPlaysInsteadOfAPort_data()
    {
        QTest::addColumn<bool>("speakers");
        QTest::addColumn<QString>("words");
        QTest::newRow("speakers") << true << u"The click now plays on the laptop speakers."_s;
        QTest::newRow("none") << false << u"There is no other sound output."_s;
    }
    void saysWhatPlaysInsteadOfAPort()
    {
        QFETCH(const bool, speakers);
        QFETCH(const QString, words);
        const auto lost = soundMessage(SoundNews::PortLost, u"Piano"_s, speakers);
        QCOMPARE(lost.title, u"Piano is gone"_s);
        QCOMPARE(lost.advice, words + u" Plug it back in to switch back."_s);
        const auto refused = soundMessage(SoundNews::PortRefused, u"Piano"_s, speakers);
        QVERIFY(refused.advice.startsWith(words));
    }

    void asksForTheNewQrCodeOnlyWhereTabletsWereNotTold()
    {
        const QString scan = u"scan the new QR code"_s;
        QVERIFY(addressChangedMessage(u"10.0.0.9:4000"_s, false).advice.contains(scan));
        QVERIFY(!addressChangedMessage(u"10.0.0.9:4000"_s, true).advice.contains(scan));
    }
};

QTEST_APPLESS_MAIN(tst_DeviceMessages)
#include "tst_DeviceMessages.moc"

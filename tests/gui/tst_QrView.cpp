#include "tests/gui/Dashboard.h"
#include "ui/widgets/QrOverlay.h"
#include "ui/widgets/QrView.h"

#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

const QString kAddress = u"http://192.168.1.24:4000/?c=LARK"_s;

int countOf(const QImage& image, const QColor& colour)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            found += image.pixelColor(x, y) == colour;
        }
    }
    return found;
}

} // namespace

class tst_QrView : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void hasTheFinderPatternsOfACode()
    {
        const QImage modules = qrModules(kAddress);
        QCOMPARE(modules.width(), modules.height());
        QVERIFY(modules.width() >= 25);
        const int far = modules.width() - 7;
        for (const QPoint corner : {QPoint(0, 0), QPoint(far, 0), QPoint(0, far)}) {
            QCOMPARE(countOf(modules.copy({corner, QSize(7, 7)}), Qt::black), 33);
        }
    }

    void isAnotherCodeForAnotherAddress()
    {
        QVERIFY(qrModules(kAddress) != qrModules(u"http://192.168.1.25:4000/?c=LARK"_s));
    }

    void drawsNothingForWhatCannotBeACode()
    {
        QVERIFY(qrModules({}).isNull());
        QVERIFY(!qrModules(QString(200, u'a')).isNull());
        QVERIFY(qrModules(QString(201, u'a')).isNull());
    }

    void isBlackOnWhiteInWholeModules()
    {
        QrView view;
        view.resize(400, 300);
        view.setText(kAddress);
        const QImage picture = view.grab().toImage();
        const QImage modules = qrModules(kAddress);
        const int module = 300 / (modules.width() + 8);
        QCOMPARE(countOf(picture, Qt::black), countOf(modules, Qt::black) * module * module);
        const int quietZone =
            (modules.width() + 8) * (modules.width() + 8) - modules.width() * modules.width();
        const int white = countOf(modules, Qt::white) + quietZone;
        // The corners of the paper are round.
        QVERIFY(countOf(picture, Qt::white) > white * module * module * 98 / 100);
    }

    void becomesBlankAgain()
    {
        QrView view;
        view.resize(300, 300);
        view.setText(kAddress);
        QCOMPARE(view.accessibleName(), u"QR code for "_s + kAddress);
        view.setText({});
        QCOMPARE(view.accessibleName(), u"No QR code yet"_s);
        QCOMPARE(countOf(view.grab().toImage(), Qt::black), 0);
    }

    void showsItLargeByButtonAndKey_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("button") << false;
        QTest::newRow("F9") << true;
    }
    void showsItLargeByButtonAndKey()
    {
        QFETCH(bool, byKey);
        Dashboard d;
        d.key(Qt::Key_F9);
        QVERIFY(!d.shown<QrOverlay>());
        d.openRoom();
        if (byKey) {
            d.key(Qt::Key_F9);
        } else {
            QVERIFY(d.click(u"Show it large"_s));
        }
        const auto* card = d.shown<QrOverlay>();
        QVERIFY(card);
        QCOMPARE(card->findChild<QrView*>()->text(), kAddress);
        QVERIFY(d.says(u"LARK"_s));
        d.key(byKey ? Qt::Key_F9 : Qt::Key_Escape);
        QVERIFY(!d.shown<QrOverlay>());
    }
};

QTEST_MAIN(tst_QrView)
#include "tst_QrView.moc"

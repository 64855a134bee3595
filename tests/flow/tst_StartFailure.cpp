#include "app/main/StartFailure.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace tutti;
using namespace tutti::main;
using namespace Qt::StringLiterals;

namespace {

bool says(const QWidget& window, const QString& text)
{
    const auto labels = window.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisible() && label->text() == text;
    });
}

} // namespace

/// What a teacher sees who double-clicked Tutti and it cannot start.
class tst_StartFailure : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }

    void saysWhatHappenedAndWhatToDo()
    {
        StartFailure window{Error{ErrorCode::StoreLocked}};
        window.show();
        QVERIFY(says(window, u"Another Tutti is already running"_s));
        QVERIFY(
            says(window, u"Close the other window first; both would write to the same data."_s));
        QVERIFY(!window.windowTitle().isEmpty());
    }

    void saysWhatExactlyWhereThatHelps()
    {
        StartFailure window{Error{ErrorCode::BadConfig, "limits.sockets must be a number"}};
        window.show();
        QVERIFY(says(window, u"limits.sockets must be a number"_s));
    }

    void fitsItsWords()
    {
        StartFailure window{Error{ErrorCode::StoreCorrupt, std::string(300, 'x')}};
        window.show();
        QCoreApplication::processEvents();
        for (const auto* label : window.findChildren<QLabel*>()) {
            const int needed = label->heightForWidth(label->width());
            QVERIFY(needed < 0 || label->height() >= needed);
            QVERIFY(window.rect().contains(QRect(label->mapTo(&window, QPoint()), label->size())));
        }
    }

    void endsTheProgram_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("button") << 0;
        QTest::newRow("Return") << int(Qt::Key_Return);
        QTest::newRow("Esc") << int(Qt::Key_Escape);
    }

    void endsTheProgram()
    {
        QFETCH(int, key);
        StartFailure window{Error{ErrorCode::StoreTooNew}};
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto* close = window.findChild<QPushButton*>();
        QCOMPARE(close->text(), u"Close"_s);
        QCOMPARE(window.focusWidget(), close);
        if (key == 0) {
            QMetaObject::invokeMethod(
                close, [close] { QTest::mouseClick(close, Qt::LeftButton); }, Qt::QueuedConnection);
        } else {
            QCoreApplication::postEvent(close, new QKeyEvent(QEvent::KeyPress, key, {}));
        }
        QTimer watchdog;
        watchdog.setSingleShot(true);
        connect(&watchdog, &QTimer::timeout, qApp, [] { QCoreApplication::exit(1); });
        watchdog.start(std::chrono::seconds{20});
        QCOMPARE(QApplication::exec(), 0);
        QVERIFY(!window.isVisible());
    }
};

QTEST_MAIN(tst_StartFailure)
#include "tst_StartFailure.moc"

#include "ui/models/Message.h"

#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace Qt::StringLiterals;

class tst_Message : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void saysWhatHappenedAndWhatToDo()
    {
        for (int code = 0; code <= static_cast<int>(ErrorCode::BadConfig); ++code) {
            const Message message = messageFor(Error{static_cast<ErrorCode>(code)});
            QVERIFY2(!message.title.isEmpty(), qPrintable(QString::number(code)));
            QVERIFY2(message.advice.endsWith(u'.'), qPrintable(message.title));
            QVERIFY2(!(message.title + message.advice).contains(u'!'), qPrintable(message.title));
        }
    }

    void hasItsOwnWordsForWhatATeacherMeets_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("title");
        QTest::addColumn<bool>("problem");
        const auto row = [](ErrorCode code, const QString& title, bool problem) {
            QTest::newRow(qPrintable(title)) << code << title << problem;
        };
        row(ErrorCode::NoAudioDevice, u"No sound output found"_s, false);
        row(ErrorCode::PortTaken, u"Another program is using the port"_s, true);
        row(ErrorCode::BadAddress, u"The room cannot use that network"_s, true);
        row(ErrorCode::StoreUnavailable, u"The lesson is not being saved"_s, true);
        row(ErrorCode::StoreCorrupt, u"The saved data is damaged"_s, true);
        row(ErrorCode::StoreTooNew, u"The saved data comes from a newer Tutti"_s, true);
        row(ErrorCode::StoreLocked, u"Another Tutti is already running"_s, true);
        row(ErrorCode::NoLesson, u"The lesson has not started"_s, false);
        row(ErrorCode::RoomClosed, u"The room is closed"_s, false);
        row(ErrorCode::BadTempo, u"That tempo is out of range"_s, false);
        row(ErrorCode::NoSuchSeat, u"That seat is not in this room any more"_s, false);
        row(ErrorCode::BadPayload, u"That did not work"_s, false);
    }

    void hasItsOwnWordsForWhatATeacherMeets()
    {
        QFETCH(ErrorCode, code);
        const Message message = messageFor(Error{code});
        QTEST(message.title, "title");
        QTEST(message.tone == Message::Tone::Problem, "problem");
    }

    void saysThatTheLessonGoesOnWithoutSound()
    {
        const Message message = messageFor(Error{ErrorCode::NoAudioDevice});
        QVERIFY(message.advice.startsWith(u"The lesson goes on"_s));
    }

    void hasItsOwnWordsForAStartThatFails_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("title");
        QTest::newRow("settings") << ErrorCode::BadConfig << u"The settings file has a mistake"_s;
        QTest::newRow("folder") << ErrorCode::StoreUnavailable
                                << u"Tutti cannot use its data folder"_s;
        QTest::newRow("damaged") << ErrorCode::StoreCorrupt << u"The saved data is damaged"_s;
        QTest::newRow("newer") << ErrorCode::StoreTooNew
                               << u"The saved data comes from a newer Tutti"_s;
        QTest::newRow("twice") << ErrorCode::StoreLocked << u"Another Tutti is already running"_s;
    }

    void hasItsOwnWordsForAStartThatFails()
    {
        QFETCH(ErrorCode, code);
        const Message message = startMessageFor(Error{code});
        QTEST(message.title, "title");
        QVERIFY(message.advice.endsWith(u'.'));
        QCOMPARE(message.tone, Message::Tone::Problem);
    }

    void isTheSameForTheSameError()
    {
        QVERIFY(messageFor(Error{ErrorCode::NoLesson}) == messageFor(Error{ErrorCode::NoLesson}));
        QVERIFY(messageFor(Error{ErrorCode::NoLesson}) != messageFor(Error{ErrorCode::RoomClosed}));
    }
};

QTEST_GUILESS_MAIN(tst_Message)
#include "tst_Message.moc"

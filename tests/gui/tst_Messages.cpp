#include "tests/gui/Dashboard.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/TransportBar.h"

#include <QSignalSpy>
#include <QSlider>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace Qt::StringLiterals;

class tst_Messages : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void takesNoRoomWithoutAMessage()
    {
        Dashboard d;
        QVERIFY(!d.shown<MessageBar>());
    }

    void saysThatTheLessonGoesOnWithoutSound()
    {
        Dashboard d;
        d.startLesson();
        d.window.setSoundStatus(speakers(false));
        QVERIFY(d.says(u"No sound output found"_s));
        QVERIFY(d.says(u"No output"_s));
        QVERIFY(!d.shown<QSlider>()->isEnabled());
        QVERIFY(d.click(u"Start the music"_s));
        QVERIFY(d.sink.last<StartTransport>());
    }

    void takesItBackWhenTheSoundReturns()
    {
        Dashboard d;
        d.startLesson();
        d.window.setSoundStatus(speakers(false));
        d.window.setSoundStatus(speakers(true));
        QVERIFY(!d.shown<MessageBar>());
        QVERIFY(d.says(u"Ready"_s));
        QVERIFY(d.shown<QSlider>()->isEnabled());
    }

    void takesBackWhatIsNoLongerTrue()
    {
        Dashboard d;
        d.window.showMessage(Error{ErrorCode::PortTaken});
        d.window.showMessage(Error{ErrorCode::StoreUnavailable, "disk full"});
        d.window.withdrawMessage(ErrorCode::StoreUnavailable);
        d.settle();
        QVERIFY(!d.says(u"The lesson is not being saved"_s));
        QVERIFY(d.says(u"Another program is using the port"_s));
    }

    void showsTwoAndCountsTheRest()
    {
        Dashboard d;
        d.window.showMessage(Error{ErrorCode::StoreUnavailable});
        d.window.showMessage(Error{ErrorCode::PortTaken});
        d.settle();
        QVERIFY(d.says(u"The lesson is not being saved"_s));
        QVERIFY(d.says(u"Another program is using the port"_s));
        QVERIFY(!d.says(u"0 more"_s));
        d.window.showMessage(Error{ErrorCode::NoSuchSeat});
        d.window.showMessage(Error{ErrorCode::BadTempo});
        d.settle();
        QVERIFY(d.says(u"That tempo is out of range"_s));
        QVERIFY(d.says(u"That seat is not in this room any more"_s));
        QVERIFY(!d.says(u"The lesson is not being saved"_s));
        QVERIFY(!d.says(u"Another program is using the port"_s));
        QVERIFY(d.says(u"2 more"_s));
    }

    void closesOneAndShowsTheNext()
    {
        Dashboard d;
        for (const ErrorCode code :
             {ErrorCode::StoreUnavailable, ErrorCode::PortTaken, ErrorCode::BadTempo}) {
            d.window.showMessage(Error{code});
        }
        d.settle();
        QVERIFY(d.says(u"1 more"_s));
        QVERIFY(d.click(u"Close: That tempo is out of range"_s));
        d.settle();
        QVERIFY(!d.says(u"That tempo is out of range"_s));
        QVERIFY(d.says(u"The lesson is not being saved"_s));
        QVERIFY(!d.says(u"1 more"_s));
        QVERIFY(d.click(u"Close: The lesson is not being saved"_s));
        d.settle();
        QVERIFY(d.click(u"Close: Another program is using the port"_s));
        QVERIFY(!d.shown<MessageBar>());
    }

    void saysNothingTwice()
    {
        Dashboard d;
        d.window.showMessage(Error{ErrorCode::PortTaken});
        d.window.showMessage(Error{ErrorCode::PortTaken});
        QCOMPARE(d.shown<MessageBar>()->messages().size(), std::size_t{1});
    }

    void keepsOnlyTheNewestTwenty()
    {
        Dashboard d;
        Look look(nullptr);
        MessageBar bar({d.mirror, d.sink, d.clock, look});
        for (int i = 0; i < 25; ++i) {
            bar.post(QString::number(i), {QString::number(i), u"x"_s, Message::Tone::Notice});
        }
        QCOMPARE(bar.messages().size(), std::size_t{20});
        QCOMPARE(bar.messages().front().title, u"24"_s);
    }

    void leavesTheTransportInSight()
    {
        Dashboard d;
        d.startLesson();
        const auto* bar = d.shown<TransportBar>();
        const QRect before(bar->mapTo(&d.window, QPoint()), bar->size());
        d.window.showMessage(Error{ErrorCode::PortTaken});
        d.window.showMessage(Error{ErrorCode::StoreUnavailable});
        d.settle();
        QCOMPARE(QRect(bar->mapTo(&d.window, QPoint()), bar->size()), before);
    }

    void offersAnActionOfTheCallersOwn()
    {
        Dashboard d;
        QSignalSpy pressed(&d.window, &MainWindow::noticeAction);
        d.window.showNotice(u"wifi"_s, {u"The laptop left the Wi-Fi"_s, u"Join it again."_s,
                                        Message::Tone::Problem, u"Wi-Fi settings"_s});
        d.settle();
        QVERIFY(d.click(u"Wi-Fi settings"_s));
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(pressed.at(0).at(0).toString(), u"wifi"_s);
        QVERIFY(d.says(u"The laptop left the Wi-Fi"_s));
        d.window.withdrawNotice(u"wifi"_s);
        QVERIFY(!d.shown<MessageBar>());
    }

    void putsANewerMessageInPlaceOfTheOldOne()
    {
        Dashboard d;
        d.window.showNotice(u"x"_s, {u"First"_s, u"a"_s, Message::Tone::Notice});
        d.window.showNotice(u"x"_s, {u"Second"_s, u"b"_s, Message::Tone::Notice});
        d.settle();
        QVERIFY(!d.says(u"First"_s));
        QVERIFY(d.says(u"Second"_s));
    }
};

QTEST_MAIN(tst_Messages)
#include "tst_Messages.moc"

#include "midi/KeyboardNotes.h"

#include <QTest>

#include <array>
#include <string>
#include <vector>

using namespace tutti::midi;

namespace {

/// What a keyboard did, in words: "+60:90" pressed, "-60" released.
struct Desk {
    std::vector<std::string> log;
    KeyboardNotes notes{[this](int midi, int velocity) {
                            log.push_back('+' + std::to_string(midi) + ':' +
                                          std::to_string(velocity));
                        },
                        [this](int midi) { log.push_back('-' + std::to_string(midi)); }};

    void send(std::uint8_t status, std::uint8_t first, std::uint8_t second)
    {
        const std::array message{status, first, second};
        notes.take(message);
    }
};

using Log = std::vector<std::string>;

} // namespace

class tst_KeyboardNotes : public QObject {
    Q_OBJECT

private slots:
    void tellsNotesOfEveryChannel()
    {
        Desk desk;
        desk.send(0x90, 60, 90);
        desk.send(0x93, 64, 1);
        desk.send(0x80, 60, 64);
        // A note that begins with no force at all is one that ends.
        desk.send(0x93, 64, 0);
        QCOMPARE(desk.log, (Log{"+60:90", "+64:1", "-60", "-64"}));
    }

    void releasesOnlyWhatIsHeldAndEachOnce()
    {
        Desk desk;
        desk.send(0x80, 60, 0);
        desk.send(0x90, 60, 80);
        desk.send(0x90, 60, 90);
        desk.send(0x80, 60, 0);
        desk.send(0x80, 60, 0);
        QCOMPARE(desk.log, (Log{"+60:80", "-60", "+60:90", "-60"}));
    }

    void releasesAllWhenTheKeyboardIsLostOrSaysSo()
    {
        Desk desk;
        desk.send(0x90, 60, 80);
        desk.send(0x90, 127, 80);
        desk.notes.releaseAll();
        desk.notes.releaseAll();
        desk.send(0x90, 62, 80);
        desk.send(0xB0, 123, 0);
        QCOMPARE(desk.log, (Log{"+60:80", "+127:80", "-60", "-127", "+62:80", "-62"}));
    }

    void ignoresEverythingElse()
    {
        Desk desk;
        desk.send(0xB0, 64, 127);
        desk.send(0xE0, 0, 64);
        desk.send(0x90, 200, 90);
        const std::array<std::uint8_t, 1> clock{0xF8};
        desk.notes.take(clock);
        desk.notes.take({});
        QVERIFY(desk.log.empty());
    }
};

QTEST_APPLESS_MAIN(tst_KeyboardNotes)
#include "tst_KeyboardNotes.moc"

// Writes pictures of every view into the folder that is named: for eyes, not for a machine.
#include "app/games/Games.h"
#include "tests/gui/Classroom.h"
#include "tests/support/FakeCommandSink.h"
#include "tests/support/ManualClock.h"
#include "ui/widgets/FoldButton.h"
#include "ui/widgets/Header.h"
#include "ui/widgets/MainWindow.h"
#include "ui/widgets/SeatPicker.h"
#include "ui/widgets/ShortcutsOverlay.h"
#include "ui/widgets/StudentsPanel.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QStyleFactory>
#include <QTextStream>

using namespace tutti;
using namespace std::chrono_literals;

namespace {

struct Shoot {
    QDir folder;
    QString scheme;
    QSize size;

    void save(QWidget& window, const QString& name) const
    {
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        window.grab().save(folder.filePath(QStringLiteral("%1-%2-%3x%4.png")
                                               .arg(name, scheme)
                                               .arg(size.width())
                                               .arg(size.height())));
    }
};

void fillLobby(test::Classroom& room, test::ManualClock& clock)
{
    room.open(clock.now());
    for (std::int32_t seat = 1; seat <= 24; ++seat) {
        if (seat != 4 && seat != 8 && seat != 10 && seat != 14 && seat != 17 && seat != 22) {
            room.join(seat, clock.now());
        }
    }
    room.record(DeviceReported{SeatId{15}, {true, true, 200.0, 40.0}}, clock.now());
    clock.advance(20s);
    room.join(17, clock.now());
}

void fillLesson(test::Classroom& room, test::ManualClock& clock)
{
    const auto at = clock.now();
    room.join(4, at);
    room.join(10, at);
    room.join(14, at);
    room.join(22, at);
    room.start(at);
    const std::vector<std::pair<Role, std::vector<SeatId>>> roles{
        {Role::Harmony, {SeatId{4}, SeatId{13}, SeatId{17}, SeatId{23}}},
        {Role::Bass, {SeatId{5}, SeatId{10}, SeatId{15}, SeatId{21}}},
        {Role::Rhythm, {SeatId{6}, SeatId{9}, SeatId{12}, SeatId{16}, SeatId{18}}},
        {Role::Listener, {SeatId{19}}}};
    for (const auto& [role, seats] : roles) {
        room.record(RoleAssigned{seats, role}, at);
    }
    room.record(SeatsMuted{{SeatId{14}, SeatId{19}}, true}, at);
    room.record(DeviceReported{SeatId{8}, {true, true, 20.0, 3.0}}, at);
    room.record(SeatClaimed{SeatId{8}, "tablet", 1}, at);
    room.record(SeatConnected{SeatId{8}}, at);
    room.record(DeviceReported{SeatId{8}, {false, true, 20.0, 3.0}}, at);
    room.record(SeatDisconnected{SeatId{24}}, at);
    room.record(HandRaised{SeatId{18}, true}, at);
    room.record(DeviceReported{SeatId{22}, {true, true, 300.0, 50.0}}, at);
    for (std::int32_t seat = 1; seat <= 23; ++seat) {
        constexpr std::array kNotes{60, 62, 64, 67, 69, 72, 61};
        room.note(seat, kNotes[static_cast<std::size_t>(seat) % kNotes.size()], at);
    }
    Timeline line = Timeline::stopped(Tempo{96'000}, Meter{4, 4}, at).started(at, 0);
    room.record(TimelineChanged{line, std::nullopt, at}, at);
    clock.advance(1104s);
    for (const std::int32_t seat : {3, 11, 12, 13}) {
        room.note(seat, 64, clock.now() - 100ms);
    }
}

GameStatePtr beginOf(const char* game, const RoomState& state)
{
    const auto registry = games::allGames();
    return registry.find(game)->begin({state, {}, ServerTime{}}, 5);
}

void fillRing(test::Classroom& room, const ui::RoomMirror& mirror, test::ManualClock& clock)
{
    room.record(RoleAssigned{{SeatId{1}}, Role::Conductor}, clock.now());
    room.record(GameChanged{beginOf("beat_ring", mirror.state()), true, true}, clock.now());
    room.record(MoodAsked{1}, clock.now());
    for (std::int32_t seat = 1; seat <= 21; ++seat) {
        room.record(MoodGiven{SeatId{seat}, kMoods[static_cast<std::size_t>(seat * seat) % 5]},
                    clock.now());
    }
    room.record(HandRaised{SeatId{18}, false}, clock.now());
    room.record(HandRaised{SeatId{18}, true}, clock.now());
    clock.advance(20s);
    for (const std::int32_t seat : {3, 11, 12, 13}) {
        room.note(seat, 64, clock.now() - 100ms);
    }
}

SoundStatus speakers(bool there)
{
    SoundStatus status;
    status.speakers = there;
    return status;
}

void shootTeach(const Shoot& to, ui::MainWindow& window, test::Classroom& room,
                const ui::RoomMirror& mirror, test::ManualClock& clock)
{
    room.record(GameChanged{beginOf("free_jam", mirror.state()), true, true}, clock.now());
    for (const std::int32_t seat : {3, 11, 12, 13}) {
        room.note(seat, 64, clock.now() - 100ms);
    }
    to.save(window, QStringLiteral("teach-jam"));
    fillRing(room, mirror, clock);
    to.save(window, QStringLiteral("teach-ring"));
    auto* students = window.findChild<ui::StudentsPanel*>();
    students->select(SeatId{13});
    students->showAsList(true);
    to.save(window, QStringLiteral("teach-list"));
    students->showAsList(false);
    if (auto* fold = window.findChild<ui::FoldButton*>(); fold->isVisible()) {
        fold->setChecked(true);
        to.save(window, QStringLiteral("teach-unfolded"));
        fold->setChecked(false);
    }
    window.findChild<ui::ShortcutsOverlay*>()->ask();
    to.save(window, QStringLiteral("keys"));
    window.findChild<ui::ShortcutsOverlay*>()->closeOverlay();
    window.findChild<ui::SeatPicker*>()->ask(SeatId{12});
    to.save(window, QStringLiteral("who"));
    window.findChild<ui::SeatPicker*>()->closeOverlay();
    window.setSoundStatus(speakers(false));
    window.showMessage(Error{ErrorCode::StoreUnavailable});
    room.record(QuietStarted{clock.now()}, clock.now());
    clock.advance(12s);
    room.record(HandRaised{SeatId{1}, false}, clock.now());
    to.save(window, QStringLiteral("teach-quiet"));
}

void shoot(const Shoot& to)
{
    QSettings settings(to.folder.filePath(QStringLiteral("shots.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("dashboard/colours"), to.scheme);
    test::ManualClock clock;
    test::FakeCommandSink sink;
    ui::RoomMirror mirror;
    test::Classroom room(mirror);
    mirror.setClassPlan({ClassId{1}, "Grade 3 · Room 12", false, test::Classroom::plans(true)});
    ui::MainWindow window({mirror, sink, clock, &settings});
    window.resize(to.size);
    window.setNetworkStatus(test::Classroom::network(false));
    window.setSoundStatus(speakers(true));
    window.show();
    to.save(window, QStringLiteral("lobby-closed"));
    fillLobby(room, clock);
    window.setNetworkStatus(test::Classroom::network(true));
    to.save(window, QStringLiteral("lobby-open"));
    fillLesson(room, clock);
    shootTeach(to, window, room, mirror, clock);
    QMetaObject::invokeMethod(window.findChild<ui::Header*>(), "qrRequested");
    to.save(window, QStringLiteral("qr"));
    QMetaObject::invokeMethod(window.findChild<ui::Header*>(), "qrRequested");
    QMetaObject::invokeMethod(window.findChild<ui::Header*>(), "endRequested");
    to.save(window, QStringLiteral("end"));
}

/// The same lesson with other numbers of students.
void shootClassOf(const Shoot& to, std::int32_t count)
{
    QSettings settings(to.folder.filePath(QStringLiteral("shots.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("dashboard/colours"), to.scheme);
    test::ManualClock clock;
    test::FakeCommandSink sink;
    ui::RoomMirror mirror;
    test::Classroom room(mirror);
    ui::MainWindow window({mirror, sink, clock, &settings});
    window.resize(to.size);
    window.show();
    RoomOpened opened;
    opened.className = "Grade 3 · Room 12";
    opened.code = RoomCode{"LARK"};
    opened.lesson = LessonId{7};
    opened.seats = test::Classroom::plans(true);
    for (std::int32_t n = 25; n <= count; ++n) {
        opened.seats.push_back({SeatId{n}, avatarFor(SeatId{n}), {}, Role::Melody, true});
    }
    opened.seats.resize(static_cast<std::size_t>(count));
    opened.timeline = Timeline::stopped(Tempo{96'000}, Meter{4, 4}, clock.now());
    room.record(std::move(opened), clock.now());
    room.start(clock.now());
    for (std::int32_t n = 1; n <= count; ++n) {
        room.join(n, clock.now());
        room.note(n, 60 + n % 10, clock.now());
    }
    room.record(GameChanged{beginOf("beat_ring", mirror.state()), true, true}, clock.now());
    room.record(SeatsMuted{{SeatId{1}}, true}, clock.now());
    to.save(window, QStringLiteral("class-of-%1").arg(count));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    if (argc != 2) {
        QTextStream(stderr) << "usage: tutti_shots FOLDER\n";
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    for (const QSize size : {QSize(1440, 900), QSize(1280, 720), QSize(1024, 640)}) {
        for (const auto* scheme : {"light", "dark"}) {
            shoot({folder, QString::fromLatin1(scheme), size});
        }
    }
    for (const QSize size : {QSize(1440, 900), QSize(1280, 720), QSize(1920, 1080)}) {
        for (const std::int32_t count : {1, 8, 32, 40}) {
            shootClassOf({folder, QStringLiteral("light"), size}, count);
        }
    }
    return 0;
}

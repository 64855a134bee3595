// Writes pictures of every view into the folder that is named: for eyes, not for a machine.
#include "tests/gui/Classroom.h"
#include "tests/support/FakeCommandSink.h"
#include "tests/support/ManualClock.h"
#include "ui/widgets/Header.h"
#include "ui/widgets/MainWindow.h"

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

void shoot(const Shoot& to)
{
    QSettings settings(to.folder.filePath(QStringLiteral("shots.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("dashboard/colours"), to.scheme);
    test::ManualClock clock;
    test::FakeCommandSink sink;
    ui::RoomMirror mirror;
    test::Classroom room(mirror);
    mirror.setClassPlan(QStringLiteral("Grade 3 · Room 12"), test::Classroom::plans(true));
    ui::MainWindow window({mirror, sink, clock, &settings});
    window.resize(to.size);
    window.setNetworkStatus(test::Classroom::network(false));
    window.setClickStatus(true, QStringLiteral("Laptop speakers"));
    window.show();
    to.save(window, QStringLiteral("lobby-closed"));
    fillLobby(room, clock);
    window.setNetworkStatus(test::Classroom::network(true));
    to.save(window, QStringLiteral("lobby-open"));
    fillLesson(room, clock);
    to.save(window, QStringLiteral("teach"));
    window.setClickStatus(false, QStringLiteral("none"));
    window.showMessage(Error{ErrorCode::StoreUnavailable});
    room.record(QuietStarted{clock.now()}, clock.now());
    clock.advance(12s);
    mirror.apply({});
    room.record(HandRaised{SeatId{1}, false}, clock.now());
    to.save(window, QStringLiteral("teach-quiet"));
    QMetaObject::invokeMethod(window.findChild<ui::Header*>(), "qrRequested");
    to.save(window, QStringLiteral("qr"));
    QMetaObject::invokeMethod(window.findChild<ui::Header*>(), "qrRequested");
    QMetaObject::invokeMethod(window.findChild<ui::Header*>(), "endRequested");
    to.save(window, QStringLiteral("end"));
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
    return 0;
}

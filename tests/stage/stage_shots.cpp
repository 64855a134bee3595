// Writes pictures of stage, timeline and game panel into the folder that is named: for eyes, not for a machine.
#include "tests/gui/Classroom.h"
#include "tests/stage/RingFixture.h"
#include "tests/support/FakeCommandSink.h"
#include "tests/support/ManualClock.h"
#include "ui/stage/StageView.h"
#include "ui/widgets/GamePanel.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/StagePanel.h"
#include "ui/widgets/TimelinePanel.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QStyleFactory>
#include <QTextStream>

#include <array>

using namespace tutti;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// A room with a beat at 96 and a class that plays a tune.
struct Lesson {
    explicit Lesson(int seats = 24)
    {
        room.open(clock.now());
        for (std::int32_t seat = 25; seat <= seats; ++seat) {
            room.record(
                SeatAdded{{SeatId{seat}, avatarFor(SeatId{seat}), "Guest", Role::Melody, true}},
                clock.now());
        }
        for (std::int32_t seat = 1; seat <= seats; ++seat) {
            room.join(seat, clock.now());
        }
        room.record(SeatDisconnected{SeatId{8}}, clock.now());
        room.start(clock.now());
        deal();
        const Timeline line = Timeline::stopped(Tempo{96'000}, Meter{4, 4}, clock.now());
        room.record(TimelineChanged{line.started(clock.now(), 0), std::nullopt, {}}, clock.now());
    }
    void deal()
    {
        const std::vector<std::pair<Role, std::vector<SeatId>>> roles{
            {Role::Harmony, {SeatId{4}, SeatId{7}, SeatId{13}, SeatId{17}, SeatId{23}}},
            {Role::Bass, {SeatId{5}, SeatId{10}, SeatId{15}, SeatId{21}}},
            {Role::Rhythm, {SeatId{6}, SeatId{9}, SeatId{12}, SeatId{16}, SeatId{18}, SeatId{22}}},
            {Role::Listener, {SeatId{19}}}};
        for (const auto& [role, members] : roles) {
            room.record(RoleAssigned{members, role}, clock.now());
        }
    }
    void play(std::int32_t seat, std::int32_t midi, std::chrono::milliseconds length)
    {
        room.note(seat, midi, clock.now());
        StopNote stop;
        stop.seat = SeatId{seat};
        stop.midi = midi;
        room.record(NoteStopped{stop, clock.now() + length}, clock.now());
    }
    /// One bar of 2.5 s; `pulses` of it.
    void bar(int pulses)
    {
        constexpr std::array kTune{60, 64, 67, 69, 67, 64, 67, 62};
        constexpr std::array kHands{1, 2, 3, 11, 14, 20, 24, 2};
        for (int i = 0; i < 2 * pulses; ++i) {
            const auto step = static_cast<std::size_t>(i);
            play(kHands[step], kTune[step], 280ms);
            if (i % 2 == 0) {
                play(i % 4 == 0 ? 4 : 13, i % 4 == 0 ? 67 : 64, 900ms);
                play(i % 4 == 0 ? 5 : 15, i % 4 == 0 ? 48 : 55, 400ms);
                play(12, 36, 50ms);
                play(6, 36, 50ms);
                play(16, 36, 50ms);
                play(22, 36, 50ms);
            } else {
                play(9, 70, 50ms);
            }
            clock.advance(312'500us);
        }
    }

    test::ManualClock clock;
    test::FakeCommandSink sink;
    ui::RoomMirror mirror;
    test::Classroom room{mirror};
};

struct Shoot {
    QDir folder;
    ui::Look::Choice scheme;

    void save(QWidget& widget, const QSize& size, const QString& name) const
    {
        widget.resize(size);
        widget.show();
        for (int i = 0; i < 6; ++i) {
            QCoreApplication::processEvents();
        }
        const auto* word = scheme == ui::Look::Choice::Dark ? "dark" : "light";
        widget.grab().save(folder.filePath(u"%1-%2.png"_s.arg(name, QLatin1String(word))));
    }
};

/// The panels of one lesson.
struct PanelSet {
    ui::StagePanel* stage;
    ui::TimelinePanel* timeline;
    ui::GamePanel* side;
    QWidget* frame;
};

void savePanels(const Shoot& to, const QString& name, const PanelSet& panels)
{
    const auto& [stage, timeline, side, frame] = panels;
    to.save(*stage, QSize(515, 520), u"stage-"_s + name);
    to.save(*stage, QSize(446, 414), u"stage-small-"_s + name);
    to.save(*timeline, QSize(1416, 150), u"timeline-"_s + name);
    side->setGeometry(0, 0, 330, 480);
    to.save(*frame, QSize(330, 330), u"side-"_s + name);
    if (name.startsWith(u"ring")) {
        for (auto* button : side->findChildren<QPushButton*>()) {
            if (button->accessibleName() == u"More options") {
                button->click();
            }
        }
        to.save(*frame, QSize(330, 480), u"side-more-"_s + name);
    }
    stage->view().setJamShape(ui::JamShape::Circle);
    if (name.startsWith(u"jam")) {
        to.save(*stage, QSize(515, 520), u"stage-circle-"_s + name);
    }
}

void shoot(const Shoot& to, const QString& name, const GameStatePtr& game, bool quiet,
           int seats = 24)
{
    Lesson lesson(seats);
    ui::Look look(nullptr);
    look.choose(to.scheme);
    look.setReducedMotion(false);
    const ui::ViewContext context{lesson.mirror, lesson.sink, lesson.clock, look};
    QWidget window;
    window.setProperty("part", u"window"_s);
    window.resize(1440, 900);
    window.show();
    window.setStyleSheet(look.styleSheet());
    auto* stage = new ui::StagePanel(context, &window);
    auto* timeline = new ui::TimelinePanel(context, &window);
    auto* frame = new QFrame(&window);
    ui::setPart(frame, "panel");
    auto* side = new ui::GamePanel(context, frame);
    frame->resize(330, 480);
    frame->show();
    lesson.room.record(GameChanged{game, true, true}, lesson.clock.now());
    if (game->game() == ui::kBeatRing) {
        lesson.room.record(RoleAssigned{{SeatId{1}}, Role::Conductor}, lesson.clock.now());
    }
    for (int i = 0; i < 5; ++i) {
        lesson.bar(4);
    }
    if (quiet) {
        lesson.room.record(QuietStarted{lesson.clock.now()}, lesson.clock.now());
        lesson.clock.advance(2500ms + 1300ms);
    } else {
        lesson.room.record(MomentMarked{}, lesson.clock.now());
        lesson.bar(3);
        lesson.clock.advance(-200ms);
    }
    lesson.room.record(HandRaised{SeatId{2}, false}, lesson.clock.now());
    savePanels(to, name, {stage, timeline, side, frame});
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    if (argc != 2) {
        QTextStream(stderr) << "usage: tutti_stage_shots FOLDER\n";
        return 2;
    }
    for (const auto scheme : {ui::Look::Choice::Light, ui::Look::Choice::Dark}) {
        const Shoot to{QDir(QString::fromLocal8Bit(argv[1])), scheme};
        shoot(to, u"ring"_s, test::ringGame(), false);
        shoot(to, u"ring-quiet"_s, test::ringGame(), true);
        shoot(to, u"ring-rest"_s, test::ringGame(R"("rest":[7],"phase":"paused")"), false);
        shoot(to, u"ring-done"_s, test::ringGame(R"("phase":"done","held":7)"), false);
        shoot(to, u"ring-16"_s, test::bigRingGame(), false, 40);
        shoot(to, u"jam"_s, test::jamGame(), false);
        shoot(to, u"jam-quiet"_s, test::jamGame(), true);
    }
    return 0;
}

#include "app/main/TeacherSound.h"

#include "app/main/DeviceMessages.h"

#include <algorithm>

namespace tutti::main {
namespace {

using midi::SoundDesk;
using ui::MainWindow;

bool concernsMetronome(const EventEnvelope& envelope)
{
    return std::visit(Overloaded{
                          [](const RoomOpened&) { return true; },
                          [](const TimelineChanged&) { return true; },
                          [](const QuietStarted&) { return true; },
                          [](const QuietReleased&) { return true; },
                          [](const QuietEnded&) { return true; },
                          [](const LessonEnded&) { return true; },
                          [](const auto&) { return false; },
                      },
                      envelope.event);
}

} // namespace

TeacherSound::TeacherSound(Backend& backend, MainWindow& window)
    : m_backend(backend)
    , m_window(window)
    , m_desk(backend.clock())
{
    wireRoom();
    wireWindow();
    wireKeyboard();
}

TeacherSound::~TeacherSound()
{
    // The classroom thread may be in feed() at this moment; it must not be afterwards.
    QMetaObject::invokeMethod(
        &m_backend.world(), [this] { disconnect(m_feed); }, Qt::BlockingQueuedConnection);
}

void TeacherSound::wireRoom()
{
    ClassroomWorld& world = m_backend.world();
    m_feed = connect(&world, &ClassroomWorld::recorded, &world,
                     [this](const Batch& batch) { feed(batch); });
}

void TeacherSound::wireWindow()
{
    connect(&m_window, &MainWindow::outputChosen, this, &TeacherSound::chooseOutput);
    connect(&m_window, &MainWindow::keyboardChosen, this, &TeacherSound::chooseInput);
    connect(&m_window, &MainWindow::soundTestRequested, &m_desk, &SoundDesk::testOutput);
    connect(&m_window, &MainWindow::playsClassChanged, &m_desk, &SoundDesk::setPlaysClass);
    connect(&m_window, &MainWindow::roleLevelChanged, &m_desk, &SoundDesk::setRoleLevel);
    connect(&m_window, &MainWindow::clickVolumeChanged, &m_desk, &SoundDesk::setClickVolume);
    connect(&m_window, &MainWindow::clickEnabledChanged, &m_desk, &SoundDesk::setClickEnabled);
    connect(&m_desk, &SoundDesk::statusChanged, this, [this](const SoundStatus& status) {
        m_window.setSoundStatus(status);
        const bool late = status.speakers && status.bluetooth;
        if (late && !m_saidBluetooth) {
            m_window.showNotice(QStringLiteral("bluetooth"), bluetoothMessage());
        } else if (!late) {
            m_window.withdrawNotice(QStringLiteral("bluetooth"));
        }
        m_saidBluetooth = late;
    });
    connect(&m_desk, &SoundDesk::news, this, [this](midi::SoundNews what, const QString& label) {
        m_window.showNotice(soundKey(what), soundMessage(what, label, m_desk.status().speakers));
    });
}

// News of a device that is no longer chosen would only mislead.

void TeacherSound::chooseOutput(const QString& id)
{
    if (id.toStdString() != m_desk.status().chosenOutput) {
        m_window.withdrawNotice(soundKey(midi::SoundNews::PortLost));
    }
    m_desk.chooseOutput(id);
}

void TeacherSound::chooseInput(const QString& id)
{
    if (id.toStdString() != m_desk.status().chosenInput) {
        m_window.withdrawNotice(soundKey(midi::SoundNews::KeyboardLost));
    }
    m_desk.chooseInput(id);
}

void TeacherSound::wireKeyboard()
{
    ClassroomWorld& world = m_backend.world();
    // In the classroom thread, straight from the thread of the keyboard.
    connect(&m_desk, &SoundDesk::keyPressed, &world,
            [&world](int key, int velocity, ServerTime at) {
                PlayNote note;
                note.midi = key;
                note.velocity = velocity;
                note.at = at;
                note.guest = "teacher";
                note.byTeacher = true;
                world.submit(note, {});
            });
    connect(&m_desk, &SoundDesk::keyReleased, &world, [&world](int key, ServerTime at) {
        StopNote note;
        note.midi = key;
        note.at = at;
        note.guest = "teacher";
        note.byTeacher = true;
        world.submit(note, {});
    });
}

void TeacherSound::feed(const Batch& batch)
{
    const RoomState& room = m_backend.world().mirror();
    if (std::any_of(batch.begin(), batch.end(), concernsMetronome)) {
        m_desk.setTimeline(room.timeline);
        m_desk.setQuiet(room.quiet);
    }
    m_desk.feed(batch, room);
}

} // namespace tutti::main

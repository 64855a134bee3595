#pragma once

#include "app/main/Backend.h"
#include "midi/SoundDesk.h"
#include "ui/widgets/MainWindow.h"

#include <QObject>

namespace tutti::main {

/// The laptop's sound between the room and the window: the room's music goes to the sound desk on the classroom thread, so that
/// a painting stall never delays a click; the teacher's keyboard goes into the room; news go to the window.
/// Thread: GUI.
class TeacherSound final : public QObject {
    Q_OBJECT

public:
    TeacherSound(Backend& backend, ui::MainWindow& window);
    ~TeacherSound() override;

    void start() { m_desk.start(); }

private:
    void wireRoom();
    void wireWindow();
    void wireKeyboard();
    void chooseOutput(const QString& id);
    void chooseInput(const QString& id);
    /// Thread: classroom.
    void feed(const Batch& batch);

    Backend& m_backend;
    ui::MainWindow& m_window;
    midi::SoundDesk m_desk;
    QMetaObject::Connection m_feed;
    bool m_saidBluetooth = false;
};

} // namespace tutti::main

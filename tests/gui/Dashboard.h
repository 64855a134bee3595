#pragma once

#include "app/games/Games.h"
#include "tests/gui/Classroom.h"
#include "tests/support/FakeCommandSink.h"
#include "tests/support/ManualClock.h"
#include "ui/widgets/MainWindow.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>
#include <QtTest/qtestspontaneevent.h>

#include <utility>

namespace tutti::test {

/// Any warning fails the test, except that the offscreen platform cannot do what a menu asks of a screen.
inline void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression{QStringLiteral("^(?!This plugin does not support)")});
}

/// A laptop that sounds, or cannot.
inline SoundStatus speakers(bool there)
{
    SoundStatus status;
    status.speakers = there;
    return status;
}

/// The real window with a class of 24 behind it, a door that only remembers, and a clock the test moves.
class Dashboard {
public:
    explicit Dashboard(QSettings* settings = nullptr)
        : window({mirror, sink, clock, settings})
    {
        mirror.setClassPlan({ClassId{1}, "Grade 3 · Room 12", false, Classroom::plans(true)});
        mirror.flush();
        window.setNetworkStatus(Classroom::network(false));
        window.setSoundStatus(speakers(true));
        window.show();
        window.activateWindow();
        isActive = QTest::qWaitForWindowActive(&window);
    }

    void openRoom()
    {
        room.open(clock.now());
        window.setNetworkStatus(Classroom::network(true));
    }
    void startLesson()
    {
        openRoom();
        room.start(clock.now());
    }
    /// Another game, as its own rules begin it in this room.
    void beginGame(std::string_view game)
    {
        const GameRegistry games = tutti::games::allGames();
        record(
            GameChanged{games.find(game)->begin({mirror.state(), {}, clock.now()}, 1), true, true});
    }
    void record(Event event) { room.record(std::move(event), clock.now()); }
    /// Time goes on and the dashboard notices.
    void later(std::chrono::nanoseconds time)
    {
        clock.advance(time);
        record(HandRaised{SeatId{24}, false});
    }
    /// The beat runs at 120 pulses a minute from now on.
    void play(Meter meter)
    {
        const Timeline line = Timeline::stopped(Tempo{120'000}, meter, clock.now());
        record(TimelineChanged{line.started(clock.now(), 0), std::nullopt, {}});
    }
    void setTempo(Tempo tempo)
    {
        record(TimelineChanged{Timeline::stopped(tempo, {4, 4}, clock.now()), tempo, clock.now()});
    }

    /// Layouts ask the loop for another turn, level by level, until everything has its place.
    static void settle()
    {
        constexpr int kLevels = 8;
        for (int i = 0; i < kLevels; ++i) {
            QCoreApplication::processEvents();
        }
    }

    /// A key as the platform delivers it: to the window, which asks its shortcuts and its focus.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window.windowHandle(), key, modifiers);
    }
    /// The wheel over a widget, as the platform delivers it; up is positive, a notch is 120.
    static void turnWheel(QWidget* over, int angle)
    {
        const QPointF at = over->rect().center();
        QWheelEvent event(at, over->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&event);
        qApp->notify(over, &event);
    }
    /// False if nothing with that name can be clicked.
    bool click(const QString& name)
    {
        auto* button = named<QAbstractButton>(name);
        if (!button || !button->isEnabled()) {
            return false;
        }
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }

    /// What is shown under that accessible name, or null.
    template <typename T>
    T* named(const QString& name) const
    {
        for (T* widget : window.findChildren<T*>()) {
            if (widget->isVisible() && widget->accessibleName() == name) {
                return widget;
            }
        }
        return nullptr;
    }
    /// The one of its type that is shown, or null.
    template <typename T>
    T* shown() const
    {
        for (T* widget : window.findChildren<T*>()) {
            if (widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
    /// Whether a label with exactly this text can be seen.
    bool says(const QString& text) const
    {
        const auto labels = window.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text() == text;
        });
    }

    ManualClock clock;
    FakeCommandSink sink;
    ui::RoomMirror mirror;
    Classroom room{mirror};
    ui::MainWindow window;
    bool isActive = false;
};

} // namespace tutti::test

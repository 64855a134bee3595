#pragma once

#include "tests/gui/Classroom.h"
#include "tests/stage/RingFixture.h"
#include "tests/support/FakeCommandSink.h"
#include "tests/support/ManualClock.h"
#include "ui/widgets/GamePanel.h"
#include "ui/widgets/StagePanel.h"
#include "ui/widgets/TimelinePanel.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tutti::test {

/// The three panels with a class of 24 behind them and a beat of 120.
class Panels {
public:
    Panels()
        : stage(new ui::StagePanel({mirror, sink, clock, look}, &window))
        , timeline(new ui::TimelinePanel({mirror, sink, clock, look}, &window))
        , game(new ui::GamePanel({mirror, sink, clock, look}, &window))
    {
        auto* column = new QVBoxLayout(&window);
        column->addWidget(stage, 1);
        column->addWidget(timeline);
        column->addWidget(game);
        look.choose(ui::Look::Choice::Light);
        look.setReducedMotion(false);
        window.setStyleSheet(look.styleSheet());
        window.resize(700, 900);
        window.show();
        room.open(clock.now());
        for (std::int32_t seat = 1; seat <= 24; ++seat) {
            room.join(seat, clock.now());
        }
    }

    void start(const GameStatePtr& state)
    {
        record(LessonStarted{});
        change(state);
        const Timeline line = Timeline::stopped(Tempo{120'000}, Meter{4, 4}, clock.now());
        record(TimelineChanged{line.started(clock.now(), 0), std::nullopt, {}});
        settle();
    }
    void change(const GameStatePtr& state) { record(GameChanged{state, true, true}); }
    void record(Event event) { room.record(std::move(event), clock.now()); }
    static void settle()
    {
        for (int i = 0; i < 4; ++i) {
            QCoreApplication::processEvents();
        }
    }

    template <typename T = QPushButton>
    T* named(const QString& name) const
    {
        for (T* widget : window.findChildren<T*>()) {
            if (widget->accessibleName() == name && widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
    bool click(const QString& name)
    {
        QPushButton* button = named(name);
        if (!button || !button->isEnabled()) {
            return false;
        }
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }
    /// Name and JSON of the last move that was submitted.
    QString lastMove() const
    {
        const auto* made = sink.last<MakeMove>();
        return made ? QString::fromStdString(made->move.name + ' ' + made->move.json) : QString();
    }
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
    ui::Look look{nullptr};
    QWidget window;
    ui::StagePanel* stage;
    ui::TimelinePanel* timeline;
    ui::GamePanel* game;
};

} // namespace tutti::test

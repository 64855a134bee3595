#include "ui/widgets/TeachKeys.h"

#include "ui/models/Edits.h"
#include "ui/widgets/KeyBindings.h"
#include "ui/widgets/RoleMixer.h"
#include "ui/widgets/StudentsPanel.h"
#include "ui/widgets/TeachView.h"
#include "ui/widgets/TempoBox.h"
#include "ui/widgets/TimelinePanel.h"
#include "ui/widgets/TransportBar.h"

#include <QCoreApplication>

namespace tutti::ui {
namespace {

constexpr int kBigStep = 5;
constexpr int kRoleKeys = 6;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(tutti::ui::TeachKeys)
};

using Action = std::function<void()>;
using Guard = std::function<Action(Action)>;

void bindMusic(KeyBindings& keys, TransportBar& bar, const Guard& teaching)
{
    const auto step = [&](int bpm) { return teaching([&bar, bpm] { bar.tempo().step(bpm); }); };
    keys.bind(Say::tr("Start or stop the music"), {Qt::Key_Space},
              teaching([&bar] { bar.toggle(); }));
    keys.bind(Say::tr("Tap the tempo"), {Qt::Key_T}, teaching([&bar] { bar.tempo().tap(); }));
    keys.bind(Say::tr("Slower by 1"), {Qt::Key_BracketLeft}, step(-1), true);
    keys.bind(Say::tr("Faster by 1"), {Qt::Key_BracketRight}, step(1), true);
    keys.bind(Say::tr("Slower by 5"),
              {Qt::SHIFT | Qt::Key_BracketLeft, Qt::Key_BraceLeft, Qt::SHIFT | Qt::Key_BraceLeft},
              step(-kBigStep), true);
    keys.bind(
        Say::tr("Faster by 5"),
        {Qt::SHIFT | Qt::Key_BracketRight, Qt::Key_BraceRight, Qt::SHIFT | Qt::Key_BraceRight},
        step(kBigStep), true);
}

void bindStudents(KeyBindings& keys, StudentsPanel& students, const Guard& teaching)
{
    keys.bind(Say::tr("Mute the selected students"), {Qt::Key_M},
              teaching([&students] { students.toggleMuteSelected(); }));
    keys.bind(Say::tr("Mute all students"), {Qt::SHIFT | Qt::Key_M},
              teaching([&students] { students.toggleMuteAll(); }));
    keys.bind(Say::tr("Role for the selected"), {Qt::Key_R},
              teaching([&students] { students.openRoleMenu(); }));
    keys.bind(Say::tr("Beat for the selected"), {Qt::Key_G},
              teaching([&students] { students.openBeatMenu(); }));
    keys.bind(Say::tr("Next raised hand"), {Qt::Key_H},
              teaching([&students] { students.selectNextHand(); }));
    keys.bind(Say::tr("Find a student"), {Qt::CTRL | Qt::Key_F},
              teaching([&students] { students.openFind(); }));
}

} // namespace

void bindTeachKeys(KeyBindings& keys, TeachView& view, const std::function<bool()>& isTeaching)
{
    const Guard teaching = [isTeaching](Action action) -> Action {
        return [isTeaching, action = std::move(action)] {
            if (isTeaching()) {
                action();
            }
        };
    };
    bindMusic(keys, view.transport(), teaching);
    bindStudents(keys, view.students(), teaching);
    keys.bind(Say::tr("Mark this moment"), {Qt::Key_K},
              teaching([&view] { view.timeline().markMoment(); }));
    for (int place = 1; place <= kRoleKeys; ++place) {
        const QKeySequence key(Qt::Key_0 + place);
        // All six are one line of the list.
        const QString what =
            place == 1 ? Say::tr("Mute a role, in mixer order (1 to 6)") : QString();
        keys.bind(what, {key}, teaching([&view, place] { view.mixer().toggleMute(place); }));
    }
}

void bindUndoKeys(KeyBindings& keys, Edits& edits, const std::function<bool()>& isTeaching)
{
    keys.bind(Say::tr("Undo"), {Qt::CTRL | Qt::Key_Z}, [&edits, isTeaching] {
        if (isTeaching()) {
            edits.undo();
        }
    });
    keys.bind(Say::tr("Redo"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Z}, [&edits, isTeaching] {
        if (isTeaching()) {
            edits.redo();
        }
    });
}

} // namespace tutti::ui

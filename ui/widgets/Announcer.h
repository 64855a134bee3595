#pragma once

#include "ui/widgets/ViewContext.h"

#include <QWidget>

#include <map>

namespace tutti::ui {

/// Tells a screen reader, politely, what a glance would show: a raised hand, a lost student, Everyone quiet. Beats are never
/// announced. Takes no room and no focus.
class Announcer final : public QWidget {
    Q_OBJECT

public:
    Announcer(const ViewContext& context, QWidget* parent = nullptr);

    /// Its name is what was said last.
    void say(const QString& words);

private:
    struct Known {
        bool handUp = false;
        Presence presence = Presence::Empty;
    };
    void refresh();

    ViewContext m_context;
    std::map<SeatId, Known> m_seats;
    bool m_quiet = false;
};

} // namespace tutti::ui

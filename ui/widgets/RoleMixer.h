#pragma once

#include "ui/models/Edits.h"
#include "ui/models/SeatModel.h"
#include "ui/widgets/ViewContext.h"

#include <QWidget>

namespace tutti::ui {

class RoleChannel;

/// A channel for every role the game has, in the order of the keys 1 to 6. Conductor comes and goes with the game.
class RoleMixer final : public QWidget {
    Q_OBJECT

public:
    RoleMixer(const ViewContext& context, SeatModel& seats, Edits& edits,
              QWidget* parent = nullptr);

    /// `place` from 1, counting the channels that are there.
    void toggleMute(int place);
    void setCompact(bool compact);

private:
    void refresh();
    void refreshLevels();

    ViewContext m_context;
    SeatModel& m_seats;
    std::vector<RoleChannel*> m_channels;
};

} // namespace tutti::ui

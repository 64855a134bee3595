#include "ui/widgets/RoleMixer.h"

#include "ui/widgets/RoleChannel.h"

#include <QHBoxLayout>

#include <algorithm>
#include <array>

namespace tutti::ui {

RoleMixer::RoleMixer(const ViewContext& context, SeatModel& seats, Edits& edits, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_seats(seats)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const Role role : kRoles) {
        auto* channel = new RoleChannel(context, edits, role, this);
        m_channels.push_back(channel);
        row->addWidget(channel, 1);
    }
    connect(&m_context.mirror, &RoomMirror::changed, this, &RoleMixer::refresh);
    connect(&m_seats, &SeatModel::refreshed, this, &RoleMixer::refreshLevels);
    refresh();
}

void RoleMixer::refresh()
{
    const GameStatePtr& game = m_context.state().game;
    const bool conductor = game && game->hasConductor();
    int key = 0;
    for (RoleChannel* channel : m_channels) {
        const bool hidden = channel->role() == Role::Conductor && !conductor;
        channel->setHidden(hidden);
        channel->setKey(hidden ? 0 : ++key);
        channel->refresh();
    }
}

void RoleMixer::refreshLevels()
{
    std::array<double, kRoles.size()> glow{};
    std::array<int, kRoles.size()> count{};
    for (int row = 0; row < m_seats.rowCount(); ++row) {
        const Tile& tile = m_seats.tileAt(row);
        const auto role = static_cast<std::size_t>(tile.seat.role);
        glow[role] += tile.state == TileState::Playing ? tile.glow : 0.0;
        ++count[role];
    }
    for (RoleChannel* channel : m_channels) {
        const auto role = static_cast<std::size_t>(channel->role());
        // Half of a role at once is as full as it gets.
        channel->setLevel(glow[role] / std::max(1.0, count[role] / 2.0));
    }
}

void RoleMixer::setCompact(bool compact)
{
    for (RoleChannel* channel : m_channels) {
        channel->setCompact(compact);
    }
}

void RoleMixer::toggleMute(int place)
{
    for (RoleChannel* channel : m_channels) {
        if (!channel->isHidden() && --place == 0) {
            channel->toggleMute();
            return;
        }
    }
}

} // namespace tutti::ui

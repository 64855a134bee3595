#include "ui/widgets/RoleChannel.h"

#include "ui/models/SeatDrag.h"
#include "ui/models/Words.h"
#include "ui/widgets/LevelMeter.h"
#include "ui/widgets/Parts.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QVBoxLayout>

#include <algorithm>

namespace tutti::ui {

RoleChannel::RoleChannel(const ViewContext& context, Edits& edits, Role role, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_edits(edits)
    , m_role(role)
    , m_name(makeLabel(roleWord(role), "channel", this))
    , m_meter(new LevelMeter(context.look, this))
    , m_mute(makeButton({}, "channel", this))
    , m_solo(makeButton(tr("S"), "channel", this))
{
    setPart(this, "role");
    setAcceptDrops(true);
    setAccessibleName(roleWord(role));
    m_solo->setCheckable(true);
    m_solo->setFixedWidth(24);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(3);
    buttons->addStretch(1);
    buttons->addWidget(m_mute);
    buttons->addWidget(m_solo);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2, 7, 2, 7);
    column->setSpacing(6);
    column->addWidget(makeTitle());
    auto* meter = new QHBoxLayout;
    meter->setContentsMargins(7, 0, 7, 0);
    meter->addWidget(m_meter);
    column->addLayout(meter);
    column->addLayout(buttons);
    connect(m_mute, &QPushButton::clicked, this, &RoleChannel::toggleMute);
    connect(m_solo, &QPushButton::clicked, this, &RoleChannel::toggleSolo);
    refresh();
}

QWidget* RoleChannel::makeTitle()
{
    constexpr int kIcon = 13;
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addStretch(1);
    row->addWidget(makeIconLabel(roleIcon(m_role), m_context, &Theme::text, kIcon, box));
    row->addWidget(m_name);
    row->addStretch(1);
    return box;
}

void RoleChannel::setCompact(bool compact)
{
    m_compact = compact;
    m_solo->setFixedWidth(compact ? 20 : 24);
    setPart(m_name, compact ? "channelSmall" : "channel");
    refresh();
}

void RoleChannel::setKey(int key)
{
    if (key != m_key) {
        m_key = key;
        refresh();
    }
}

bool RoleChannel::isAllMuted() const
{
    const auto& seats = m_context.state().seats;
    return std::all_of(seats.begin(), seats.end(),
                       [this](const Seat& seat) { return seat.role != m_role || seat.muted; });
}

void RoleChannel::toggleMute()
{
    m_edits.muteRole(m_role, !isAllMuted());
}

void RoleChannel::toggleSolo()
{
    const bool alone = m_context.state().solo == m_role;
    m_edits.solo(alone ? std::nullopt : std::optional{m_role});
    // The room decides; until then the button shows what holds.
    refresh();
}

void RoleChannel::setLevel(double level)
{
    m_meter->setLevel(level);
}

double RoleChannel::level() const
{
    return m_meter->level();
}

void RoleChannel::refresh()
{
    const RoomState& room = m_context.state();
    const QString name = roleWord(m_role);
    const auto count = std::count_if(room.seats.begin(), room.seats.end(),
                                     [this](const Seat& seat) { return seat.role == m_role; });
    const bool off = count > 0 && isAllMuted();
    m_mute->setText(off ? tr("Muted") : QString::number(count));
    m_mute->setEnabled(count > 0);
    m_mute->setAccessibleName(off ? tr("Unmute %1").arg(name) : tr("Mute %1").arg(name));
    m_mute->setAccessibleDescription(tr("%1 students").arg(count));
    m_mute->setToolTip(m_key > 0 ? tr("%1 (%2)").arg(m_mute->accessibleName()).arg(m_key)
                                 : m_mute->accessibleName());
    setPart(m_mute, off ? "channelOff" : "channel");
    if (m_compact && off) {
        m_mute->setIcon({});
    } else {
        setLineIcon(m_mute, off ? QStringLiteral("volume-off") : QStringLiteral("volume"),
                    m_context, off ? &Theme::surface : &Theme::text, 14);
    }
    const bool alone = room.solo == m_role;
    m_solo->setChecked(alone);
    m_solo->setAccessibleName(alone ? tr("All roles play again") : tr("Solo %1").arg(name));
    m_solo->setToolTip(alone ? tr("Solo: only %1 plays. Press to let all roles play.").arg(name)
                             : tr("Solo: only %1 plays, the others listen").arg(name));
}

void RoleChannel::dragEnterEvent(QDragEnterEvent* event)
{
    if (!seatsIn(*event->mimeData()).empty()) {
        setPart(this, "roleTarget");
        event->acceptProposedAction();
    }
}

void RoleChannel::dragLeaveEvent(QDragLeaveEvent*)
{
    setPart(this, "role");
}

void RoleChannel::dropEvent(QDropEvent* event)
{
    setPart(this, "role");
    m_edits.assignRole(seatsIn(*event->mimeData()), m_role);
    event->acceptProposedAction();
}

} // namespace tutti::ui

#include "ui/widgets/StudentsPanel.h"

#include "ui/models/Words.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SeatGrid.h"
#include "ui/widgets/StudentTileDelegate.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace tutti::ui {
namespace {

constexpr TileLimits kTiles{{150, 44}, {360, 112}, 2.9};

} // namespace

StudentsPanel::StudentsPanel(const ViewContext& context, SeatModel& seats, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_grid(new SeatGrid(kTiles, this))
    , m_count(makeLabel({}, "secondary", this))
    , m_mute(makeButton(tr("Mute"), "panelButton", this))
    , m_role(makeButton(tr("Role"), "panelButton", this))
    , m_free(makeButton(tr("Free seat"), "panelButton", this))
    , m_muteAll(makeButton(tr("Mute all"), "panelButton", this))
    , m_unmuteAll(makeButton(tr("Unmute all"), "panelButton", this))
{
    setPart(this, "panel");
    setFocusProxy(m_grid);
    m_grid->setModel(&seats);
    m_grid->setItemDelegate(new StudentTileDelegate(context.look, m_grid));
    m_grid->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_grid->setContextMenuPolicy(Qt::CustomContextMenu);
    m_grid->setMuteButtons(true);
    m_grid->setAccessibleName(tr("Students"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 6, 6);
    column->setSpacing(8);
    column->addLayout(makeHeader());
    column->addWidget(m_grid, 1);
    connect(m_grid, &SeatGrid::mutePressed, this, [this, &seats](const QModelIndex& index) {
        const Seat& seat = seats.tileAt(index.row()).seat;
        muteSeats({seat.id}, !seat.muted);
    });
    connect(m_grid, &QWidget::customContextMenuRequested, this, &StudentsPanel::openTileMenu);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &StudentsPanel::refresh);
    connect(&m_context.mirror, &RoomMirror::changed, this, &StudentsPanel::refresh);
    refresh();
}

QHBoxLayout* StudentsPanel::makeHeader()
{
    setLineIcon(m_mute, QStringLiteral("volume-off"), m_context);
    setLineIcon(m_role, QStringLiteral("role-melody"), m_context);
    setLineIcon(m_free, QStringLiteral("free-seat"), m_context);
    setLineIcon(m_muteAll, QStringLiteral("volume-off"), m_context);
    setLineIcon(m_unmuteAll, QStringLiteral("volume"), m_context);
    m_mute->setToolTip(tr("Mute or unmute the selected students (M)"));
    m_role->setToolTip(tr("Give the selected students a role (R)"));
    m_free->setToolTip(tr("Let another tablet take this seat"));
    m_muteAll->setToolTip(tr("Shift+M"));
    m_unmuteAll->setToolTip(tr("Shift+M"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(8);
    row->addWidget(makeLabel(tr("Students"), "panelTitle", this));
    row->addWidget(m_count);
    row->addStretch(1);
    for (QPushButton* button : {m_mute, m_role, m_free}) {
        row->addWidget(button);
    }
    row->addSpacing(12);
    row->addWidget(m_muteAll);
    row->addWidget(m_unmuteAll);
    connect(m_mute, &QPushButton::clicked, this, &StudentsPanel::toggleMuteSelected);
    connect(m_role, &QPushButton::clicked, this, &StudentsPanel::openRoleMenu);
    connect(m_free, &QPushButton::clicked, this, &StudentsPanel::freeSelected);
    connect(m_muteAll, &QPushButton::clicked, this, [this] { m_context.submit(MuteAll{true}); });
    connect(m_unmuteAll, &QPushButton::clicked, this, [this] { m_context.submit(MuteAll{false}); });
    return row;
}

std::vector<SeatId> StudentsPanel::selectedSeats() const
{
    std::vector<SeatId> seats;
    for (const QModelIndex& index : m_grid->selectionModel()->selectedIndexes()) {
        seats.emplace_back(index.data(SeatModel::SeatRole).toInt());
    }
    std::sort(seats.begin(), seats.end());
    return seats;
}

bool StudentsPanel::allMuted(const std::vector<SeatId>& seats) const
{
    return std::all_of(seats.begin(), seats.end(), [this](SeatId id) {
        const Seat* seat = m_context.state().seat(id);
        return seat && seat->muted;
    });
}

void StudentsPanel::muteSeats(const std::vector<SeatId>& seats, bool muted)
{
    if (!seats.empty()) {
        m_context.submit(MuteSeats{seats, muted});
    }
}

void StudentsPanel::toggleMuteSelected()
{
    const auto seats = selectedSeats();
    muteSeats(seats, !allMuted(seats));
}

void StudentsPanel::toggleMuteAll()
{
    const auto& seats = m_context.state().seats;
    const bool all = std::all_of(seats.begin(), seats.end(), [](const Seat& s) { return s.muted; });
    m_context.submit(MuteAll{!all});
}

void StudentsPanel::freeSelected()
{
    for (const SeatId id : selectedSeats()) {
        const Seat* seat = m_context.state().seat(id);
        if (seat && seat->isClaimed()) {
            m_context.submit(FreeSeat{id});
        }
    }
}

QMenu* StudentsPanel::makeMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

void StudentsPanel::fillRoles(QMenu* menu)
{
    const Theme& theme = m_context.look.theme();
    for (const Role role : kRoles) {
        QAction* action =
            menu->addAction(lineIcon(roleIcon(role), theme.text, theme.text3), roleWord(role));
        connect(action, &QAction::triggered, this, [this, role] {
            m_context.submit(AssignRole{selectedSeats(), role});
        });
    }
}

void StudentsPanel::openRoleMenu()
{
    if (selectedSeats().empty()) {
        return;
    }
    QMenu* menu = makeMenu();
    fillRoles(menu);
    menu->popup(m_role->mapToGlobal(QPoint(0, m_role->height() + 4)));
}

void StudentsPanel::openTileMenu(const QPoint& at)
{
    if (selectedSeats().empty()) {
        return;
    }
    QMenu* menu = makeMenu();
    connect(menu->addAction(allMuted(selectedSeats()) ? tr("Unmute") : tr("Mute")),
            &QAction::triggered, this, &StudentsPanel::toggleMuteSelected);
    QMenu* roles = menu->addMenu(tr("Role"));
    fillRoles(roles);
    menu->addSeparator();
    QAction* free = menu->addAction(tr("Free seat"));
    free->setEnabled(m_free->isEnabled());
    connect(free, &QAction::triggered, this, &StudentsPanel::freeSelected);
    menu->popup(m_grid->viewport()->mapToGlobal(at));
}

void StudentsPanel::refresh()
{
    const RoomState& state = m_context.state();
    const auto muted = std::count_if(state.seats.begin(), state.seats.end(),
                                     [](const Seat& s) { return s.muted; });
    const bool quiet = state.quiet.holdsAt(m_context.clock.now());
    const QString rest = quiet ? tr("all quiet") : tr("%1 muted").arg(muted);
    m_count->setText(tr("%1 here · %2").arg(state.seatsHere()).arg(rest));
    const auto seats = selectedSeats();
    const bool any = !seats.empty();
    m_mute->setEnabled(any);
    m_mute->setText(any && allMuted(seats) ? tr("Unmute") : tr("Mute"));
    m_role->setEnabled(any);
    m_free->setEnabled(std::any_of(seats.begin(), seats.end(), [&](SeatId id) {
        const Seat* seat = state.seat(id);
        return seat && seat->isClaimed();
    }));
    m_muteAll->setEnabled(muted < static_cast<std::ptrdiff_t>(state.seats.size()));
    m_unmuteAll->setEnabled(muted > 0);
}

} // namespace tutti::ui

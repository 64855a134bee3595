#include "ui/widgets/StudentsPanel.h"

#include "ui/models/Words.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SeatGrid.h"
#include "ui/widgets/StudentMenus.h"
#include "ui/widgets/StudentRowDelegate.h"
#include "ui/widgets/StudentTileDelegate.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace tutti::ui {

StudentsPanel::StudentsPanel(const ViewContext& context, SeatModel& seats, Edits& edits,
                             QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_edits(edits)
    , m_menus(new StudentMenus(context, edits, this))
    , m_order(new SeatOrder(this))
    , m_grid(new SeatGrid(
          [](int count, QSize area) { return lessonShapeFor(count, area, SeatGrid::kGap); }, this))
    , m_tiles(new StudentTileDelegate(context.look, this))
    , m_rows(new StudentRowDelegate(context.look, this))
    , m_count(makeLabel({}, "secondary", this))
    , m_find(new QLineEdit(this))
    , m_gridMode(makeSegment(tr("Grid"), QStringLiteral("grid")))
    , m_listMode(makeSegment(tr("List"), QStringLiteral("list")))
    , m_shuffle(makeButton(tr("Shuffle roles"), "panelButton", this))
    , m_muteAll(makeButton(tr("Mute all"), "panelButton", this))
    , m_listRow(makeListRow())
{
    setPart(this, "panel");
    setFocusProxy(m_grid);
    m_order->setSourceModel(&seats);
    makeGrid();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(9, 8, 3, 3);
    column->setSpacing(7);
    column->addLayout(makeHeader());
    column->addWidget(m_listRow);
    column->addWidget(m_grid, 1);
    connect(m_menus, &StudentMenus::otherChildRequested, this, &StudentsPanel::otherChildRequested);
    connect(m_menus, &StudentMenus::renameRequested, this, &StudentsPanel::renameRequested);
    connect(&m_context.mirror, &RoomMirror::changed, this, &StudentsPanel::refresh);
    showAsList(false);
    refresh();
}

void StudentsPanel::makeGrid()
{
    m_grid->setModel(m_order);
    m_grid->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_grid->setContextMenuPolicy(Qt::CustomContextMenu);
    m_grid->setMuteButtons(true);
    m_grid->allowDrags();
    m_grid->setAccessibleName(tr("Students"));
    m_grid->setAccessibleDescription(
        tr("Arrows move, Shift extends, Ctrl+A selects all. M mutes, R gives a role."));
    connect(m_grid, &SeatGrid::mutePressed, this, [this](const QModelIndex& index) {
        const Seat seat = index.data(SeatModel::TileRole).value<Tile>().seat;
        m_edits.mute({seat.id}, !seat.muted);
    });
    connect(m_grid, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        if (const auto seats = selectedSeats(); !seats.empty()) {
            m_menus->tileMenu(seats)->popup(m_grid->viewport()->mapToGlobal(at));
        }
    });
}

QPushButton* StudentsPanel::makeSegment(const QString& text, const QString& icon)
{
    auto* button = makeButton(text, "segment", this);
    setLineIcon(button, icon, m_context, &Theme::text, 15);
    button->setCheckable(true);
    return button;
}

QWidget* StudentsPanel::makeModes()
{
    auto* box = new QFrame(this);
    setPart(box, "segment");
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(2);
    auto* group = new QButtonGroup(this);
    for (QPushButton* mode : {m_gridMode, m_listMode}) {
        row->addWidget(mode);
        group->addButton(mode);
    }
    m_gridMode->setToolTip(tr("Students as tiles"));
    m_listMode->setToolTip(tr("Students as a list, with words for every state"));
    connect(m_gridMode, &QPushButton::clicked, this, [this] { showAsList(false); });
    connect(m_listMode, &QPushButton::clicked, this, [this] { showAsList(true); });
    return box;
}

QWidget* StudentsPanel::makeListRow()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(4);
    row->addWidget(makeLabel(tr("Order"), "secondary", box));
    auto* group = new QButtonGroup(box);
    const auto add = [&](const QString& text, SeatOrder::By by) {
        QPushButton* button = makeButton(text, "segment", box);
        button->setCheckable(true);
        button->setChecked(by == SeatOrder::By::Seat);
        group->addButton(button);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, by] { m_order->orderBy(by); });
    };
    add(tr("By seat"), SeatOrder::By::Seat);
    add(tr("Trouble first"), SeatOrder::By::Trouble);
    row->addStretch(1);
    auto* search = makeButton(tr("Find"), "panelButton", box);
    setLineIcon(search, QStringLiteral("search"), m_context, &Theme::text, 15);
    search->setToolTip(tr("Find a student by name or animal (Ctrl+F)"));
    row->addWidget(search);
    connect(search, &QPushButton::clicked, this, &StudentsPanel::openFind);
    return box;
}

QHBoxLayout* StudentsPanel::makeHeader()
{
    setLineIcon(m_shuffle, QStringLiteral("shuffle"), m_context);
    setLineIcon(m_muteAll, QStringLiteral("volume-off"), m_context);
    m_shuffle->setToolTip(tr("Deal the roles anew, by chance or by group"));
    m_find->setAccessibleName(tr("Find a student"));
    m_find->setPlaceholderText(tr("Name or animal"));
    m_find->setToolTip(tr("Ctrl+F. Enter goes to the students, Esc closes."));
    m_find->installEventFilter(this);
    m_find->hide();
    auto* row = new QHBoxLayout;
    row->setContentsMargins(5, 0, 6, 0);
    row->setSpacing(7);
    row->addWidget(makeLabel(tr("Students"), "panelTitle", this));
    row->addWidget(m_count);
    row->addWidget(m_find, 1);
    row->addStretch(1);
    row->addWidget(makeModes());
    row->addWidget(m_shuffle);
    row->addWidget(m_muteAll);
    connect(m_find, &QLineEdit::textEdited, this, &StudentsPanel::find);
    connect(m_find, &QLineEdit::returnPressed, this, &StudentsPanel::closeFind);
    connect(m_shuffle, &QPushButton::clicked, this, [this] {
        m_menus->shuffleMenu()->popup(m_shuffle->mapToGlobal(QPoint(0, m_shuffle->height() + 4)));
    });
    connect(m_muteAll, &QPushButton::clicked, this, &StudentsPanel::toggleMuteAll);
    return row;
}

void StudentsPanel::setCompact(bool compact)
{
    m_gridMode->setText(compact ? QString() : tr("Grid"));
    m_listMode->setText(compact ? QString() : tr("List"));
    m_shuffle->setText(compact ? tr("Roles") : tr("Shuffle roles"));
}

void StudentsPanel::showAsList(bool list)
{
    (list ? m_listMode : m_gridMode)->setChecked(true);
    m_listRow->setVisible(list);
    m_grid->setItemDelegate(list ? m_rows : m_tiles);
    m_grid->setShape([list](int count, QSize area) {
        return list ? listShapeFor(area) : lessonShapeFor(count, area, SeatGrid::kGap);
    });
    if (!list) {
        m_order->orderBy(SeatOrder::By::Seat);
        m_listRow->findChildren<QPushButton*>().front()->setChecked(true);
    }
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

void StudentsPanel::select(SeatId seat)
{
    for (int row = 0; row < m_order->rowCount(); ++row) {
        const QModelIndex index = m_order->index(row, 0);
        if (index.data(SeatModel::SeatRole).toInt() == seat.value) {
            m_grid->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
            m_grid->scrollTo(index);
        }
    }
}

void StudentsPanel::openFind()
{
    m_count->hide();
    m_find->show();
    m_find->clear();
    m_find->setFocus(Qt::ShortcutFocusReason);
}

void StudentsPanel::find(const QString& words)
{
    const int row = m_order->rowMatching(words);
    if (row < 0) {
        m_grid->clearSelection();
    } else {
        select(SeatId{m_order->index(row, 0).data(SeatModel::SeatRole).toInt()});
    }
}

void StudentsPanel::closeFind()
{
    m_grid->setFocus(Qt::OtherFocusReason);
    m_find->hide();
    m_count->show();
}

bool StudentsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_find && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        closeFind();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void StudentsPanel::toggleMuteSelected()
{
    const auto seats = selectedSeats();
    const bool mute = std::any_of(seats.begin(), seats.end(), [this](SeatId id) {
        const Seat* seat = m_context.state().seat(id);
        return seat && !seat->muted;
    });
    m_edits.mute(seats, mute);
}

void StudentsPanel::toggleMuteAll()
{
    const auto& seats = m_context.state().seats;
    m_edits.muteAll(
        !std::all_of(seats.begin(), seats.end(), [](const Seat& s) { return s.muted; }));
}

void StudentsPanel::popUp(QMenu* menu)
{
    const QRect tile = m_grid->visualRect(m_grid->selectionModel()->selectedIndexes().front());
    menu->popup(m_grid->viewport()->mapToGlobal(tile.bottomLeft()));
}

void StudentsPanel::openRoleMenu()
{
    if (const auto seats = selectedSeats(); !seats.empty()) {
        popUp(m_menus->roleMenu(seats));
    }
}

void StudentsPanel::openBeatMenu()
{
    const auto seats = selectedSeats();
    if (QMenu* menu = seats.empty() ? nullptr : m_menus->beatMenu(seats)) {
        popUp(menu);
    }
}

void StudentsPanel::selectNextHand()
{
    std::vector<Seat> hands;
    std::copy_if(m_context.state().seats.begin(), m_context.state().seats.end(),
                 std::back_inserter(hands), [](const Seat& seat) { return seat.handUp; });
    if (hands.empty()) {
        return;
    }
    std::stable_sort(hands.begin(), hands.end(), [](const Seat& a, const Seat& b) {
        return a.handUpAt.value_or(ServerTime{}) < b.handUpAt.value_or(ServerTime{});
    });
    const auto last = std::find_if(hands.begin(), hands.end(),
                                   [this](const Seat& seat) { return seat.id == m_lastHand; });
    const bool wraps = last == hands.end() || last + 1 == hands.end();
    m_lastHand = wraps ? hands.front().id : (last + 1)->id;
    select(m_lastHand);
}

void StudentsPanel::refresh()
{
    const RoomState& state = m_context.state();
    const auto muted = std::count_if(state.seats.begin(), state.seats.end(),
                                     [](const Seat& s) { return s.muted; });
    const bool quiet = state.quiet.holdsAt(m_context.clock.now());
    QString text = tr("%1 here").arg(state.seatsHere());
    if (quiet || muted > 0) {
        text = tr("%1 · %2").arg(text, quiet ? tr("all quiet") : tr("%1 muted").arg(muted));
    }
    m_count->setText(text);
    const bool all =
        !state.seats.empty() && muted == static_cast<std::ptrdiff_t>(state.seats.size());
    m_muteAll->setText(all ? tr("Unmute all") : tr("Mute all"));
    m_muteAll->setAccessibleName(m_muteAll->text());
    m_muteAll->setToolTip(all ? tr("Let everyone play again (Shift+M)")
                              : tr("Mute every student (Shift+M); one alone with M"));
}

} // namespace tutti::ui

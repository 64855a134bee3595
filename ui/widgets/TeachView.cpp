#include "ui/widgets/TeachView.h"

#include "ui/widgets/FoldButton.h"
#include "ui/widgets/HandsPanel.h"
#include "ui/widgets/RenameOverlay.h"
#include "ui/widgets/RoleMixer.h"
#include "ui/widgets/SeatPicker.h"
#include "ui/widgets/SidePanel.h"
#include "ui/widgets/StagePanel.h"
#include "ui/widgets/StudentsPanel.h"
#include "ui/widgets/TimelinePanel.h"
#include "ui/widgets/TransportBar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace tutti::ui {
namespace {

/// Sizes of the view; smaller ones below 1400 by 800 of the window, of which the header takes 46.
struct Measures {
    int transport;
    int students;
    int side;
    int timeline;
    int gap;
};
constexpr Measures kRoomy{76, 544, 332, 150, 12};
constexpr Measures kCompact{64, 500, 300, 112, 8};
constexpr int kRoomyFrom = 1400;
constexpr int kRoomyHeight = 800 - 46;
constexpr int kUnfoldedFrom = 1280;
/// From here on a fourth column of students, then all to the stage.
constexpr int kWideFrom = 1600;
constexpr int kWideStudents = 724;

} // namespace

TeachView::TeachView(const ViewContext& context, SeatModel& seats, Edits& edits, QWidget* parent)
    : QWidget(parent)
    , m_transport(new TransportBar(context, this))
    , m_students(new StudentsPanel(context, seats, edits, this))
    , m_stage(new StagePanel(context, this))
    , m_mixer(new RoleMixer(context, seats, edits, m_stage))
    , m_side(new SidePanel(context, edits, this))
    , m_fold(new FoldButton(context, this))
    , m_timeline(new TimelinePanel(context, this))
{
    m_stage->setFooter(m_mixer);
    m_fold->hide();
    layOut();
    wire();
    makeCards(context, edits);
}

void TeachView::layOut()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_transport);
    auto* room = new QVBoxLayout;
    m_columns = new QHBoxLayout;
    m_columns->addWidget(m_students);
    m_columns->addWidget(m_stage, 1);
    m_columns->addWidget(m_side);
    m_columns->addWidget(m_fold);
    room->addLayout(m_columns, 1);
    room->addWidget(m_timeline);
    room->setObjectName(QStringLiteral("room"));
    column->addLayout(room, 1);
}

void TeachView::wire()
{
    connect(m_timeline, &TimelinePanel::seatPicked, m_students, &StudentsPanel::select);
    connect(&m_side->hands(), &HandsPanel::showRequested, m_students, &StudentsPanel::select);
    connect(&m_side->hands(), &HandsPanel::handsChanged, m_fold, &FoldButton::setHands);
    connect(m_fold, &QAbstractButton::toggled, this, &TeachView::setOpen);
}

void TeachView::makeCards(const ViewContext& context, Edits& edits)
{
    auto* picker = new SeatPicker(context, edits, window());
    auto* rename = new RenameOverlay(context, edits, window());
    connect(m_students, &StudentsPanel::otherChildRequested, picker, &SeatPicker::ask);
    connect(m_students, &StudentsPanel::renameRequested, rename, &RenameOverlay::ask);
}

void TeachView::refreshTime()
{
    m_transport->refreshTime();
    m_side->refreshTime();
}

QWidget* TeachView::messageAnchor() const
{
    return m_stage;
}

int TeachView::messagesAbove() const
{
    return m_mixer->height();
}

void TeachView::resizeEvent(QResizeEvent* event)
{
    const QSize size = event->size();
    const bool roomy = size.width() >= kRoomyFrom && size.height() >= kRoomyHeight;
    const Measures& measures = roomy ? kRoomy : kCompact;
    m_transport->setFixedHeight(measures.transport);
    m_transport->setCompact(!roomy);
    m_students->setFixedWidth(size.width() > kWideFrom ? kWideStudents : measures.students);
    m_students->setCompact(!roomy);
    m_stage->setCompact(!roomy);
    m_mixer->setCompact(!roomy);
    m_side->setFixedWidth(measures.side);
    m_side->setCompact(!roomy);
    m_timeline->setFixedHeight(measures.timeline);
    m_timeline->setCompact(!roomy);
    m_columns->setSpacing(measures.gap);
    auto* room = findChild<QVBoxLayout*>(QStringLiteral("room"));
    room->setSpacing(measures.gap);
    room->setContentsMargins(measures.gap, measures.gap, measures.gap, measures.gap);
    fold(size.width() < kUnfoldedFrom);
    QWidget::resizeEvent(event);
    layout()->activate();
    placeSide();
    emit rearranged();
}

void TeachView::fold(bool folded)
{
    if (folded == m_folded) {
        return;
    }
    m_folded = folded;
    m_fold->setVisible(folded);
    if (folded) {
        m_columns->removeWidget(m_side);
        setOpen(m_fold->isChecked());
    } else {
        m_columns->insertWidget(m_columns->indexOf(m_fold), m_side);
        m_side->show();
        m_fold->setChecked(false);
    }
}

void TeachView::setOpen(bool open)
{
    if (m_folded) {
        m_side->setVisible(open);
        placeSide();
    }
}

void TeachView::placeSide()
{
    if (m_folded) {
        const QRect stage = m_stage->geometry();
        m_side->setGeometry(stage.right() - m_side->width() + 1, stage.top(), m_side->width(),
                            stage.height());
        m_side->raise();
    }
}

void TeachView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_folded && m_fold->isChecked()) {
        m_fold->setChecked(false);
        m_fold->setFocus(Qt::PopupFocusReason);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace tutti::ui

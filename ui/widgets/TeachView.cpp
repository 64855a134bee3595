#include "ui/widgets/TeachView.h"

#include "ui/widgets/StudentsPanel.h"
#include "ui/widgets/TransportBar.h"

#include <QResizeEvent>
#include <QVBoxLayout>

namespace tutti::ui {
namespace {

constexpr int kCompactBelow = 1320;

} // namespace

TeachView::TeachView(const ViewContext& context, SeatModel& seats, QWidget* parent)
    : QWidget(parent)
    , m_transport(new TransportBar(context, this))
    , m_students(new StudentsPanel(context, seats, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_transport);
    auto* room = new QVBoxLayout;
    room->setContentsMargins(12, 12, 12, 12);
    room->addWidget(m_students);
    column->addLayout(room, 1);
}

void TeachView::resizeEvent(QResizeEvent* event)
{
    m_transport->setCompact(event->size().width() < kCompactBelow);
    QWidget::resizeEvent(event);
}

} // namespace tutti::ui

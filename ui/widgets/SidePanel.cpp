#include "ui/widgets/SidePanel.h"

#include "ui/widgets/ClassPanel.h"
#include "ui/widgets/GamePanel.h"
#include "ui/widgets/HandsPanel.h"
#include "ui/widgets/Parts.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace tutti::ui {

SidePanel::SidePanel(const ViewContext& context, Edits& edits, QWidget* parent)
    : QFrame(parent)
{
    setPart(this, "panel");
    auto* scroll = new QScrollArea(this);
    setPart(scroll, "side");
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Every control inside takes focus and is scrolled to.
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(scroll);
    setPart(content, "side");
    m_game = new GamePanel(context, content);
    m_class = new ClassPanel(context, edits, content);
    auto* line = new QFrame(content);
    setPart(line, "line");
    line->setFixedHeight(1);
    auto* inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(m_game);
    inside->addWidget(line);
    inside->addWidget(m_class);
    inside->addStretch(1);
    scroll->setWidget(content);
    m_hands = new HandsPanel(context, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(m_hands);
}

void SidePanel::setCompact(bool compact)
{
    m_game->setCompact(compact);
    m_class->setCompact(compact);
    m_hands->setCompact(compact);
}

void SidePanel::refreshTime()
{
    m_class->refresh();
    m_hands->refresh();
}

} // namespace tutti::ui

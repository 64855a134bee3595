#include "ui/widgets/ClosedDoorPanel.h"

#include "ui/widgets/CheckLine.h"
#include "ui/widgets/NetworkButton.h"
#include "ui/widgets/Parts.h"

#include <QVBoxLayout>

namespace tutti::ui {

ClosedDoorPanel::ClosedDoorPanel(const ViewContext& context, QWidget* parent)
    : QFrame(parent)
    , m_open(makeButton(tr("Open the room"), "hero", this))
    , m_change(new NetworkButton(this))
{
    setPart(this, "panel");
    auto* title = makeLabel(tr("The room is closed"), "bigTitle", this);
    auto* text = makeLabel(tr("Nothing is listening yet. Open it to show a QR code and a room code "
                              "and let tablets join."),
                           "lead", this);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignHCenter);
    m_open->setFixedHeight(72);
    setLineIcon(m_open, QStringLiteral("door-open"), context, &Theme::onAccent, 26);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(32, 16, 32, 16);
    column->setSpacing(12);
    column->addStretch(3);
    column->addWidget(makeBadge(context), 0, Qt::AlignCenter);
    column->addWidget(title, 0, Qt::AlignCenter);
    column->addWidget(text);
    column->addSpacing(4);
    column->addWidget(m_open);
    column->addWidget(makeLabel(tr("Enter, or “next” on a clicker"), "secondary", this), 0,
                      Qt::AlignCenter);
    column->addStretch(4);
    for (CheckLine*& line : m_lines) {
        line = new CheckLine(context, this);
        column->addWidget(makeHairline(this));
        column->addWidget(line);
    }
    m_lines.front()->addButton(m_change);
    connect(m_open, &QPushButton::clicked, this, &ClosedDoorPanel::openRequested);
    connect(m_change, &NetworkButton::adapterChosen, this, &ClosedDoorPanel::adapterChosen);
    setOpening(false);
}

QWidget* ClosedDoorPanel::makeBadge(const ViewContext& context)
{
    auto* badge = new QFrame(this);
    setPart(badge, "doorBadge");
    badge->setFixedSize(104, 104);
    auto* inside = new QVBoxLayout(badge);
    inside->addWidget(
        makeIconLabel(QStringLiteral("door-closed"), context, &Theme::text, 52, badge), 0,
        Qt::AlignCenter);
    return badge;
}

void ClosedDoorPanel::setNetworkStatus(const NetworkStatus& status)
{
    const auto checks = closedChecks(status);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i]->setCheck(checks[i]);
    }
    m_change->setNetworks(status.adapters, QString::fromStdString(status.adapter));
}

void ClosedDoorPanel::setOpening(bool opening)
{
    m_open->setEnabled(!opening);
    // The style puts the icon too close to words of this size.
    m_open->setText(QLatin1Char(' ') + (opening ? tr("Opening…") : tr("Open the room")));
}

} // namespace tutti::ui

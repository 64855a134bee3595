#include "ui/widgets/NetworkPanel.h"

#include "ui/models/NetworkChecks.h"
#include "ui/widgets/CheckLine.h"
#include "ui/widgets/NetworkButton.h"
#include "ui/widgets/Parts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tutti::ui {

NetworkPanel::NetworkPanel(const ViewContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_change(new NetworkButton(this))
    , m_help(makeButton(tr("Connection helper"), "panelButton", this))
{
    setPart(this, "panel");
    m_help->setToolTip(tr("Connection helper: finds out why tablets do not get through"));
    setLineIcon(m_help, QStringLiteral("help"), context);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Network check"), "panelTitle", this));
    head->addStretch(1);
    head->addWidget(m_help);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 8);
    column->setSpacing(5);
    column->addLayout(head);
    column->addSpacing(2);
    for (CheckLine*& line : m_lines) {
        if (&line != m_lines.data()) {
            column->addWidget(makeHairline(this));
        }
        line = new CheckLine(context, this);
        column->addWidget(line);
    }
    column->addStretch(1);
    m_lines.front()->addButton(m_change);
    connect(m_help, &QPushButton::clicked, this, &NetworkPanel::helpRequested);
    connect(m_change, &NetworkButton::adapterChosen, this, &NetworkPanel::adapterChosen);
    connect(&m_context.mirror, &RoomMirror::changed, this, &NetworkPanel::refresh);
    refresh();
}

void NetworkPanel::setNetworkStatus(const NetworkStatus& status)
{
    m_status = status;
    m_change->setNetworks(status.adapters, QString::fromStdString(status.adapter));
    refresh();
}

void NetworkPanel::refresh()
{
    const RoomState& room = m_context.state();
    const ServerTime now = m_context.clock.now();
    const auto checks = networkChecks(m_status, room, now);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i]->setCheck(checks[i]);
    }
    setPart(m_help, needsConnectionHelp(m_status, room, now) ? "warnButton" : "panelButton");
}

void NetworkPanel::setCompact(bool compact)
{
    m_help->setText(compact ? tr("Help") : tr("Connection helper"));
    setPart(m_change, compact ? "link" : "panelButton");
}

} // namespace tutti::ui

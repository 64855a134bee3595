#include "ui/widgets/NetworkPanel.h"

#include "ui/widgets/Choice.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/ShortLabel.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

namespace tutti::ui {
namespace {

QString kindWord(NetworkAdapter::Kind kind)
{
    switch (kind) {
    case NetworkAdapter::Kind::WiFi:
        return NetworkPanel::tr("Wi-Fi");
    case NetworkAdapter::Kind::Cable:
        return NetworkPanel::tr("Cable");
    case NetworkAdapter::Kind::Virtual:
        return NetworkPanel::tr("Virtual");
    case NetworkAdapter::Kind::Loopback:
        return NetworkPanel::tr("This laptop only");
    }
    return {};
}

} // namespace

NetworkPanel::NetworkPanel(const ViewContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_choice(new Choice(this))
    , m_state(new ShortLabel("strong", this))
    , m_detail(makeLabel({}, "secondary", this))
{
    setPart(this, "panel");
    m_choice->setAccessibleName(tr("Network the tablets use"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_detail->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 14, 14, 14);
    column->setSpacing(8);
    column->addWidget(makeLabel(tr("Network"), "panelTitle", this));
    column->addWidget(m_choice);
    column->addSpacing(4);
    column->addWidget(m_state);
    column->addWidget(m_detail);
    connect(m_choice, &QComboBox::activated, this, [this] {
        refresh();
        emit adapterChosen(adapter());
    });
    connect(&m_context.mirror, &RoomMirror::changed, this, &NetworkPanel::refresh);
    refresh();
}

QString NetworkPanel::adapter() const
{
    return m_choice->currentData().toString();
}

void NetworkPanel::setNetworkStatus(const NetworkStatus& status)
{
    const bool sameChoice =
        status.adapters == m_status.adapters && status.adapter == m_status.adapter;
    m_status = status;
    if (!sameChoice) {
        fill();
    }
    refresh();
}

void NetworkPanel::fill()
{
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const NetworkAdapter& adapter : m_status.adapters) {
        const QString name = adapter.label.empty() ? QString::fromStdString(adapter.name)
                                                   : QString::fromStdString(adapter.label);
        const QString kind = kindWord(adapter.kind);
        const QString shown = name == kind ? kind : QStringLiteral("%1: %2").arg(kind, name);
        m_choice->addItem(
            QStringLiteral("%1 · %2").arg(shown, QString::fromStdString(adapter.address)),
            QString::fromStdString(adapter.name));
    }
    const int chosen = m_choice->findData(QString::fromStdString(m_status.adapter));
    m_choice->setCurrentIndex(std::max(0, chosen));
}

void NetworkPanel::refresh()
{
    m_choice->setEnabled(m_choice->count() > 1);
    m_choice->setToolTip(m_choice->currentText());
    if (m_status.adapters.empty()) {
        m_state->setWords(tr("No network found"));
        m_detail->setText(tr("Join a Wi-Fi or plug in a cable; it appears here by itself."));
    } else if (!m_context.state().isOpen()) {
        m_state->setWords(tr("Nothing is listening"));
        m_detail->setText(tr("Tablets must be on the same network as this laptop."));
    } else {
        m_state->setWords(tr("Listening on %1").arg(QString::fromStdString(m_status.address)));
        m_detail->setText(m_status.portMoved
                              ? tr("Another program is using the usual port, so Tutti picked %1.")
                                    .arg(m_status.port)
                              : tr("%1 connected").arg(m_context.state().seatsHere()));
    }
    setPart(m_state, m_status.adapters.empty()    ? "strongWarn"
                     : m_context.state().isOpen() ? "strongOk"
                                                  : "strong");
}

} // namespace tutti::ui

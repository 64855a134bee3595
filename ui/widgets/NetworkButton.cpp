#include "ui/widgets/NetworkButton.h"

#include "ui/models/NetworkChecks.h"
#include "ui/widgets/Parts.h"

#include <QActionGroup>
#include <QMenu>

namespace tutti::ui {

NetworkButton::NetworkButton(QWidget* parent)
    : QPushButton(tr("Change"), parent)
{
    setPart(this, "panelButton");
    setAccessibleName(tr("Change the network the tablets use"));
    setNetworks({}, {});
    connect(this, &QPushButton::clicked, this, &NetworkButton::openMenu);
}

void NetworkButton::setNetworks(const std::vector<NetworkAdapter>& adapters, const QString& chosen)
{
    m_adapters = adapters;
    m_chosen = chosen;
    setEnabled(adapters.size() > 1);
    setToolTip(adapters.size() > 1    ? tr("Choose the network the tablets use")
               : adapters.size() == 1 ? tr("This laptop is on no other network")
                                      : tr("This laptop is on no network"));
}

void NetworkButton::openMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* group = new QActionGroup(menu);
    for (const NetworkAdapter& adapter : m_adapters) {
        const QString name = QString::fromStdString(adapter.name);
        QAction* action = menu->addAction(QStringLiteral("%1 · %2").arg(
            adapterWord(adapter), QString::fromStdString(adapter.address)));
        action->setCheckable(true);
        action->setChecked(name == m_chosen);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, name] {
            if (name != m_chosen) {
                emit adapterChosen(name);
            }
        });
    }
    // popup(), for a menu set on the button would stand in an event loop of its own.
    menu->popup(mapToGlobal(QPoint(width() - menu->sizeHint().width(), height() + 2)));
}

} // namespace tutti::ui

#pragma once

#include "app/domain/NetworkStatus.h"
#include "ui/widgets/ViewContext.h"

#include <QFrame>

#include <array>

class QPushButton;

namespace tutti::ui {

class CheckLine;
class NetworkButton;

/// How the network of the open room stands: four lines that stay in their places, and the way to another network or to help.
class NetworkPanel final : public QFrame {
    Q_OBJECT

public:
    NetworkPanel(const ViewContext& context, QWidget* parent = nullptr);

    void setNetworkStatus(const NetworkStatus& status);
    /// Shorter words, for narrow windows.
    void setCompact(bool compact);
    /// Time went on: a tablet may be missing for too long now.
    void refresh();

signals:
    void adapterChosen(const QString& adapter);
    void helpRequested();

private:
    static constexpr std::size_t kLines = 4;

    ViewContext m_context;
    NetworkStatus m_status;
    NetworkButton* m_change;
    QPushButton* m_help;
    std::array<CheckLine*, kLines> m_lines{};
};

} // namespace tutti::ui

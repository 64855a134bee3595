#pragma once

#include "app/domain/NetworkStatus.h"
#include "ui/widgets/ViewContext.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QTabBar;
class QToolButton;

namespace tutti::ui {

class RoomChip;
class ShortLabel;

/// The top row of every view: where you are, which class, how long, how many, how to get in.
class Header final : public QWidget {
    Q_OBJECT

public:
    enum Tab { LobbyTab, TeachTab };

    Header(const ViewContext& context, QWidget* parent = nullptr);

    void setNetworkStatus(const NetworkStatus& status);
    Tab currentTab() const;
    /// A tab that cannot be opened yet stays closed.
    void showTab(Tab tab);
    /// The lesson clock looks at the time again.
    void refresh();

signals:
    void tabChanged(int tab);
    void qrRequested();
    void endRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void makeTabs();
    QMenu* makeMenu();
    void paintTabs();

    ViewContext m_context;
    QTabBar* m_tabs;
    ShortLabel* m_class;
    QLabel* m_time;
    QLabel* m_count;
    QWidget* m_lesson;
    QWidget* m_here;
    RoomChip* m_chip;
    QPushButton* m_end;
    QToolButton* m_menu;
};

} // namespace tutti::ui

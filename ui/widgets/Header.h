#pragma once

#include "app/domain/ClassList.h"
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

/// The top row of every view: where you are, which class, how long, how many, how to get in.
class Header final : public QWidget {
    Q_OBJECT

public:
    enum Tab { LobbyTab, TeachTab, ClassTab };

    Header(const ViewContext& context, QWidget* parent = nullptr);

    void setNetworkStatus(const NetworkStatus& status);
    void setClasses(const std::vector<ClassEntry>& classes);
    Tab currentTab() const;
    /// A tab that cannot be opened yet stays closed.
    void showTab(Tab tab);
    /// The lesson clock looks at the time again.
    void refresh();

signals:
    void tabChanged(int tab);
    void qrRequested();
    void endRequested();
    void soundRequested();
    void classChosen(tutti::ClassId id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void makeTabs();
    QMenu* makeMenu();
    void openClassMenu();
    void paintTabs();

    ViewContext m_context;
    QTabBar* m_tabs;
    std::vector<ClassEntry> m_classes;
    QToolButton* m_class;
    QLabel* m_time;
    QLabel* m_count;
    QWidget* m_lesson;
    QWidget* m_here;
    RoomChip* m_chip;
    QPushButton* m_end;
    QToolButton* m_menu;
    bool m_narrow = false;
};

} // namespace tutti::ui

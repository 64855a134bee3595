#pragma once

#include "app/domain/ClassList.h"
#include "ui/widgets/ViewContext.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tutti::ui {

/// Before the room opens: today's date, the class that comes in, and the classes used last to switch to.
class TodayPanel final : public QFrame {
    Q_OBJECT

public:
    TodayPanel(const ViewContext& context, QWidget* parent = nullptr);

    void setClasses(const std::vector<ClassEntry>& classes, ClassId current);

signals:
    void classChosen(tutti::ClassId id);
    void classListRequested();

private:
    QWidget* makeRow(const ClassEntry& entry, bool current);

    ViewContext m_context;
    QLabel* m_date;
    QPushButton* m_list;
    QVBoxLayout* m_rows;
};

} // namespace tutti::ui

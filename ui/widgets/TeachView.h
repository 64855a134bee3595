#pragma once

#include "ui/models/SeatModel.h"
#include "ui/widgets/ViewContext.h"

#include <QWidget>

namespace tutti::ui {

class StudentsPanel;
class TransportBar;

/// The view a teacher teaches from: transport above, students below.
class TeachView final : public QWidget {
    Q_OBJECT

public:
    TeachView(const ViewContext& context, SeatModel& seats, QWidget* parent = nullptr);

    TransportBar& transport() const { return *m_transport; }
    StudentsPanel& students() const { return *m_students; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    TransportBar* m_transport;
    StudentsPanel* m_students;
};

} // namespace tutti::ui

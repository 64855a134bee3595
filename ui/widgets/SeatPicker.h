#pragma once

#include "ui/models/Edits.h"
#include "ui/widgets/Overlay.h"
#include "ui/widgets/ViewContext.h"

class QGridLayout;
class QLabel;

namespace tutti::ui {

/// Asks who it really is that plays at a student's tablet, by picture and name; the two then change places.
class SeatPicker final : public Overlay {
    Q_OBJECT

public:
    SeatPicker(const ViewContext& context, Edits& edits, QWidget* window);

    void ask(SeatId seat);

private:
    void fill(SeatId seat);

    ViewContext m_context;
    Edits& m_edits;
    QLabel* m_title;
    QGridLayout* m_choices;
};

} // namespace tutti::ui

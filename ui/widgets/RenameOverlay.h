#pragma once

#include "ui/models/Edits.h"
#include "ui/widgets/Overlay.h"
#include "ui/widgets/ViewContext.h"

class QLabel;
class QLineEdit;

namespace tutti::ui {

/// Asks for another first name for a seat; an empty one lets the animal stand for it.
class RenameOverlay final : public Overlay {
    Q_OBJECT

public:
    RenameOverlay(const ViewContext& context, Edits& edits, QWidget* window);

    void ask(SeatId seat);

private:
    void save();

    ViewContext m_context;
    Edits& m_edits;
    QLabel* m_title;
    QLineEdit* m_name;
    SeatId m_seat;
};

} // namespace tutti::ui

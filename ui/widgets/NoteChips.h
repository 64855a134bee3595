#pragma once

#include "ui/widgets/ViewContext.h"

#include <QWidget>

namespace tutti::ui {

/// Notes as small coloured squares with their letters: to read, not to press.
class NoteChips final : public QWidget {
    Q_OBJECT

public:
    /// Units of `size` and `gap`: pixels.
    NoteChips(const ViewContext& context, int size, int gap, QWidget* parent);

    void setNotes(const std::vector<std::int32_t>& notes);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ViewContext m_context;
    int m_size;
    int m_gap;
    std::vector<std::int32_t> m_notes;
};

} // namespace tutti::ui

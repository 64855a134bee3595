#pragma once

#include "ui/widgets/ViewContext.h"

#include <QAbstractButton>

namespace tutti::ui {

/// Opens the folded right panel, and counts the raised hands while it is closed.
class FoldButton final : public QAbstractButton {
    Q_OBJECT

public:
    FoldButton(const ViewContext& context, QWidget* parent = nullptr);

    void setHands(int hands);
    QSize sizeHint() const override { return {40, 64}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    ViewContext m_context;
    int m_hands = 0;
};

} // namespace tutti::ui

#pragma once

#include <QComboBox>

namespace tutti::ui {

/// A drop-down list of the dashboard. The wheel turns it only once it has focus, so that scrolling past changes nothing, and
/// what does not fit is cut with an ellipsis.
class Choice final : public QComboBox {
    Q_OBJECT

public:
    explicit Choice(QWidget* parent = nullptr);

    void showPopup() override;

protected:
    void wheelEvent(QWheelEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace tutti::ui

#pragma once

#include "ui/widgets/Look.h"

#include <QWidget>

namespace tutti::ui {

/// A thin bar that is filled from the left. Paints only when its length changes.
class LevelMeter final : public QWidget {
    Q_OBJECT

public:
    explicit LevelMeter(const Look& look, QWidget* parent = nullptr);

    /// 0 to 1.
    void setLevel(double level);
    double level() const { return m_level; }
    QSize sizeHint() const override { return {56, 6}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Look& m_look;
    double m_level = 0.0;
};

} // namespace tutti::ui

#pragma once

#include "ui/models/ConnectionDiagnosis.h"
#include "ui/widgets/Look.h"

#include <QWidget>

namespace tutti::ui {

/// Laptop, Wi-Fi box and tablet, and where the way between them is cut. A picture of what the words beside it say.
class ConnectionPicture final : public QWidget {
    Q_OBJECT

public:
    ConnectionPicture(const Look& look, QWidget* parent = nullptr);

    void setObstacle(Obstacle obstacle);
    QSize sizeHint() const override { return {420, 190}; }
    QSize minimumSizeHint() const override { return {240, 120}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Look& m_look;
    Obstacle m_obstacle = Obstacle::Unknown;
};

} // namespace tutti::ui

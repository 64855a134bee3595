#pragma once

#include "ui/models/TapTempo.h"
#include "ui/widgets/ViewContext.h"

#include <QFrame>

class QLabel;
class QSpinBox;

namespace tutti::ui {

/// The tempo: typed, turned by the wheel, stepped by − and +, tapped. Shows the room's tempo, and its own
/// wish until the room has answered.
class TempoBox final : public QFrame {
    Q_OBJECT

public:
    TempoBox(const ViewContext& context, QWidget* parent = nullptr);

    void step(int bpm);
    void tap();
    /// Shows what the room says now.
    void refresh();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void wish(Tempo tempo);
    bool takesKey(int key);

    ViewContext m_context;
    QSpinBox* m_number;
    QLabel* m_caption;
    TapTempo m_taps;
    /// What the wheel has turned since the last whole notch; a touchpad turns in small parts of one.
    int m_wheelAngle = 0;
    /// Until then the room's tempo may still be the one before the wish.
    ServerTime m_wishHolds;
};

} // namespace tutti::ui

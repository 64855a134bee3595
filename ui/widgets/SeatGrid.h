#pragma once

#include "ui/widgets/GridShape.h"

#include <QListView>

namespace tutti::ui {

/// Tiles in a grid that fills its room. A press on a tile's mute button is reported and selects nothing.
class SeatGrid final : public QListView {
    Q_OBJECT

public:
    SeatGrid(const TileLimits& limits, QWidget* parent = nullptr);

    static constexpr int kGap = 8;
    /// Shortest side of the part of a tile that takes a press for its mute button.
    static constexpr int kMuteArea = 32;
    void setModel(QAbstractItemModel* model) override;
    void setMuteButtons(bool on) { m_muteButtons = on; }
    /// The tile inside a cell.
    static QRect tileRect(const QRect& cell);
    /// The mute button as painted, beside the second line of words.
    static QRect muteButtonRect(const QRect& cell);
    /// What takes a press for it: the button and on to the tile's lower right corner.
    static QRect muteRect(const QRect& cell);

signals:
    void mutePressed(const QModelIndex& index);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void arrange();
    bool takesAsMute(const QMouseEvent& event);

    TileLimits m_limits;
    bool m_muteButtons = false;
};

} // namespace tutti::ui

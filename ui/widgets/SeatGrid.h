#pragma once

#include "ui/widgets/GridShape.h"

#include <QListView>

#include <functional>

namespace tutti::ui {

/// Tiles in a grid that fills its room. A press on a tile's mute button is reported and selects nothing. Tiles can be dragged
/// out once that is allowed; nothing can be dropped here.
class SeatGrid final : public QListView {
    Q_OBJECT

public:
    /// Columns and cells for so many tiles in this much room.
    using Shape = std::function<GridShape(int count, QSize area)>;

    SeatGrid(const TileLimits& limits, QWidget* parent = nullptr);
    explicit SeatGrid(Shape shape, QWidget* parent = nullptr);

    static constexpr int kGap = 6;
    /// A cell lower than this is a line of a list.
    static constexpr int kLine = 38;
    /// Shortest side of the part of a tile that takes a press for its mute button.
    static constexpr int kMuteArea = 32;
    void setModel(QAbstractItemModel* model) override;
    void setMuteButtons(bool on) { m_muteButtons = on; }
    void setShape(Shape shape);
    void allowDrags();
    /// The tile inside a cell.
    static QRect tileRect(const QRect& cell);
    /// Whether a tile has room for its name only, and not for a second line.
    static bool hasOneLine(const QRect& tile);
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
    void startDrag(Qt::DropActions actions) override;

private:
    void arrange();
    bool takesAsMute(const QMouseEvent& event);

    Shape m_shape;
    bool m_muteButtons = false;
};

} // namespace tutti::ui

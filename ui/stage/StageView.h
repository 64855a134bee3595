#pragma once

#include "app/domain/Clock.h"
#include "ui/models/JamBar.h"
#include "ui/models/RingModel.h"
#include "ui/models/RoomMirror.h"
#include "ui/stage/JamCanvas.h"
#include "ui/stage/RingScene.h"
#include "ui/stage/SpokenCanvas.h"
#include "ui/stage/StageStyle.h"

#include <QPixmap>
#include <QTimer>

#include <memory>

namespace tutti::ui {

/// Seats that are dragged: their numbers, separated by commas.
inline constexpr auto kSeatsMime = "application/x-tutti-seats";

/// Two ways to look at a Free Jam.
enum class JamShape : std::uint8_t { Bar, Circle };

/// The current game. A plain widget and no QGraphicsView: what stands still is one pixmap, what moves is one beat or one
/// playhead, and a scene of items would only add bookkeeping between the two. Paints what changed, at the display's pace, and runs
/// no timer while nothing moves or nobody sees it.
/// Thread: the GUI thread. Owns: nothing of the room; mirror and clock outlive it.
class StageView final : public SpokenCanvas {
    Q_OBJECT

public:
    StageView(RoomMirror& mirror, const Clock& clock, QWidget* parent = nullptr);

    void setStageStyle(const StageStyle& style);
    void setJamShape(JamShape shape);
    bool isRunning() const { return m_frames.isActive(); }
    /// The beat of the ring at a place in this widget, if any.
    std::optional<int> beatAt(const QPoint& place);

    QStringList sentences() const override;
    QRect sentenceArea(int entry) const override;
    QSize minimumSizeHint() const override { return {220, 200}; }

signals:
    /// Students were dropped on a beat, from 1.
    void seatsDropped(const std::vector<tutti::SeatId>& seats, int beat);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    const RingState* ring() const { return m_ring.ring(m_mirror.state().game); }
    void refresh();
    void follow();
    void nextFrame();
    void nextRingFrame();
    void nextJamFrame();
    bool takeScene();
    bool takeBar();
    bool takeFaces();
    void renew();
    void setDropBeat(std::optional<int> beat);
    void updateAreas(const RingMoment& moment);
    void paintRing(QPainter& painter, const QRect& area);
    void paintJam(QPainter& painter, const QRect& area);
    template <typename Paint>
    void paintKept(QPainter& painter, const QRect& area, Paint paint);
    std::unique_ptr<JamCanvas> jamCanvas() const;

    RoomMirror& m_mirror;
    const Clock& m_clock;
    StageStyle m_style;
    JamShape m_shape = JamShape::Bar;
    mutable RingModel m_ring;
    TimelineModel m_notes;
    QTimer m_frames;
    /// What the kept picture shows.
    QPixmap m_kept;
    RingScene m_scene;
    JamBar m_bar;
    std::vector<std::string> m_faces;
    bool m_quiet = false;
    bool m_showsRing = false;
    /// What was painted over it last.
    RingMoment m_moment;
    std::optional<double> m_playhead;
    std::optional<int> m_dropBeat;
};

} // namespace tutti::ui

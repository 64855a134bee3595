#pragma once

#include "app/domain/Clock.h"
#include "ui/models/RoomMirror.h"
#include "ui/models/TimelineModel.h"
#include "ui/stage/SpokenCanvas.h"
#include "ui/stage/StageStyle.h"

#include <QPixmap>
#include <QTimer>

namespace tutti::ui {

/// The last eight bars of the room as they were played. Bars that are over are one pixmap; each frame paints a strip round the
/// playhead. No timer while the music stands still or nobody looks.
/// Thread: the GUI thread. Owns: nothing of the room; mirror and clock outlive it.
class TimelineView final : public SpokenCanvas {
    Q_OBJECT

public:
    TimelineView(RoomMirror& mirror, const Clock& clock, QWidget* parent = nullptr);

    void setStageStyle(const StageStyle& style);
    bool isRunning() const { return m_frames.isActive(); }

    QStringList sentences() const override;
    QRect sentenceArea(int entry) const override;
    QSize minimumSizeHint() const override { return {300, 72}; }

signals:
    void seatPicked(tutti::SeatId seat);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// What the kept picture shows.
    struct Kept {
        std::int64_t first = -1;
        std::int64_t bar = -1;
        std::size_t notes = 0;
        std::size_t ended = 0;
        std::size_t quiets = 0;
        std::size_t marks = 0;
        int pulses = 0;

        friend bool operator==(const Kept&, const Kept&) = default;
    };

    void refresh();
    void follow();
    void nextFrame();
    double placeNow() const { return m_model.placeAt(m_clock.now()); }
    Kept keptAt(double now) const;
    const LiveNote* noteUnder(const QPointF& place) const;

    RoomMirror& m_mirror;
    const Clock& m_clock;
    StageStyle m_style;
    TimelineModel m_model;
    QTimer m_frames;
    QPixmap m_pixmap;
    Kept m_kept;
    double m_painted = 0.0;
    std::uint64_t m_revision = 0;
};

} // namespace tutti::ui

#pragma once

#include "ui/models/BeatPosition.h"
#include "ui/widgets/ViewContext.h"

#include <QTimer>
#include <QWidget>

namespace tutti::ui {

/// One pad a pulse and the bar number, drawn from the shared clock. The first pad is taller; the current one is filled, or
/// outlined while the beat is silent. Looks at the clock every frame but paints only when the beat moves on, and runs no timer
/// while nothing plays or nobody sees it.
class BeatPads final : public QWidget {
    Q_OBJECT

public:
    BeatPads(const ViewContext& context, QWidget* parent = nullptr);

    void setCompact(bool compact);
    /// Narrower still, where the row is short of room.
    void setNarrow(bool narrow);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    bool isRunning() const { return m_frames.isActive(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// What the pads look like at one moment.
    struct Picture {
        std::optional<BeatPosition> position;
        bool silent = false;

        friend bool operator==(const Picture&, const Picture&) = default;
    };
    Picture pictureNow() const;
    void follow();
    void paintPads(QPainter& painter, const Picture& picture) const;
    void paintBar(QPainter& painter, const std::optional<BeatPosition>& position) const;
    int padWidth() const { return m_narrow ? 27 : m_compact ? 36 : 46; }
    int pads() const;

    ViewContext m_context;
    QTimer m_frames;
    Picture m_painted;
    bool m_compact = false;
    bool m_narrow = false;
};

} // namespace tutti::ui

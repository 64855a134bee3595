#pragma once

#include "ui/models/BeatPosition.h"
#include "ui/widgets/ViewContext.h"

#include <QTimer>
#include <QWidget>

namespace tutti::ui {

/// One pad a pulse and the bar number, drawn from the shared clock. The first pad is taller; the current one is filled, or
/// outlined while the beat is silent. Runs no timer while nothing plays or nobody sees it.
class BeatPads final : public QWidget {
    Q_OBJECT

public:
    BeatPads(const ViewContext& context, QWidget* parent = nullptr);

    void setCompact(bool compact);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    bool isRunning() const { return m_frames.isActive(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void follow();
    void paintPads(QPainter& painter, const std::optional<BeatPosition>& position) const;
    void paintBar(QPainter& painter, const std::optional<BeatPosition>& position) const;
    int padWidth() const { return m_compact ? 36 : 46; }
    int pads() const;

    ViewContext m_context;
    QTimer m_frames;
    bool m_compact = false;
    int m_pads = 4;
};

} // namespace tutti::ui

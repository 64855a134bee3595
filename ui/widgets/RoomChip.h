#pragma once

#include "app/domain/NetworkStatus.h"
#include "ui/widgets/ViewContext.h"

#include <QAbstractButton>

namespace tutti::ui {

/// On every view: whether the room is open, and how to get in. A click shows the full-size QR; the small one is a picture only.
class RoomChip final : public QAbstractButton {
    Q_OBJECT

public:
    RoomChip(const ViewContext& context, QWidget* parent = nullptr);

    void setNetworkStatus(const NetworkStatus& status);
    /// Without the address, for narrow windows.
    void setCompact(bool compact);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    QString code() const;
    bool isOpen() const { return m_context.state().isOpen(); }
    int addressLeft() const;
    void paintClosed(QPainter& painter) const;
    void paintOpen(QPainter& painter) const;

    ViewContext m_context;
    NetworkStatus m_status;
    QImage m_picture;
    bool m_compact = false;
};

} // namespace tutti::ui

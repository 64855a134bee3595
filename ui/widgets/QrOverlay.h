#pragma once

#include "app/domain/NetworkStatus.h"
#include "ui/widgets/Overlay.h"

class QLabel;

namespace tutti::ui {

class QrView;

/// The way into the room, large enough for the back row: QR, address and code (F9).
class QrOverlay final : public Overlay {
    Q_OBJECT

public:
    explicit QrOverlay(QWidget* window);

    void showWay(const NetworkStatus& status, const QString& code);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QrView* m_qr;
    QLabel* m_address;
    QLabel* m_code;
};

} // namespace tutti::ui

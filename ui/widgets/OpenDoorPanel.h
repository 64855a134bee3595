#pragma once

#include "app/domain/NetworkStatus.h"
#include "ui/widgets/ViewContext.h"

#include <QFrame>

#include <array>

class QLabel;

namespace tutti::ui {

class QrView;

/// The three ways in, numbered: scan, type the address, type the code.
class OpenDoorPanel final : public QFrame {
    Q_OBJECT

public:
    OpenDoorPanel(const ViewContext& context, QWidget* parent = nullptr);

    void setNetworkStatus(const NetworkStatus& status);
    void setCode(const QString& code);

signals:
    void fullScreenRequested();
    void newCodeRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    static constexpr std::size_t kLetters = 4;
    QWidget* makeStep(int number, const QString& text);
    QWidget* makeLetters();
    QWidget* makeButtons(const ViewContext& context);

    QrView* m_qr;
    QLabel* m_address;
    std::array<QLabel*, kLetters> m_letters{};
};

} // namespace tutti::ui

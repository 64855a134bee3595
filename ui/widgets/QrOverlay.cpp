#include "ui/widgets/QrOverlay.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/QrView.h"

#include <QFrame>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace tutti::ui {

QrOverlay::QrOverlay(QWidget* window)
    : Overlay(window)
    , m_qr(new QrView(card()))
    , m_address(makeLabel({}, "figure", card()))
    , m_code(makeLabel({}, "code", card()))
{
    setAccessibleName(tr("How to join"));
    QFont spaced = m_code->font();
    spaced.setLetterSpacing(QFont::AbsoluteSpacing, 12);
    m_code->setFont(spaced);
    m_code->setAlignment(Qt::AlignCenter);
    m_address->setAlignment(Qt::AlignCenter);
    auto* close = makeButton(tr("Close"), "plain", card());
    close->setToolTip(tr("F9 or Esc"));
    connect(close, &QPushButton::clicked, this, &Overlay::closeOverlay);
    auto* layout = new QVBoxLayout(card());
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(4);
    layout->addStretch(1);
    layout->addWidget(m_qr, 0, Qt::AlignCenter);
    layout->addWidget(m_address);
    layout->addWidget(m_code);
    layout->addWidget(close, 0, Qt::AlignCenter);
    layout->addStretch(1);
}

void QrOverlay::showWay(const NetworkStatus& status, const QString& code)
{
    m_qr->setText(QString::fromStdString(status.joinUrl));
    m_address->setText(QString::fromStdString(status.address));
    m_code->setText(code);
}

void QrOverlay::resizeEvent(QResizeEvent* event)
{
    // The whole window but a rim, and of that all that the lines below the code leave: the back row scans it.
    constexpr int kRim = 48;
    constexpr int kLines = 210;
    const QSize room = event->size() - QSize(kRim, kRim);
    card()->setFixedSize(room);
    const int side = std::max(240, std::min(room.width() - kRim, room.height() - kLines));
    m_qr->setFixedSize(side, side);
    Overlay::resizeEvent(event);
}

} // namespace tutti::ui

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
    m_qr->setMinimumSize(320, 320);
    QFont spaced = m_code->font();
    spaced.setLetterSpacing(QFont::AbsoluteSpacing, 12);
    m_code->setFont(spaced);
    m_code->setAlignment(Qt::AlignCenter);
    m_address->setAlignment(Qt::AlignCenter);
    auto* close = makeButton(tr("Close"), "plain", card());
    connect(close, &QPushButton::clicked, this, &Overlay::closeOverlay);
    auto* layout = new QVBoxLayout(card());
    layout->setContentsMargins(32, 24, 32, 24);
    layout->setSpacing(8);
    layout->addWidget(m_qr, 1);
    layout->addWidget(m_address);
    layout->addWidget(m_code);
    layout->addWidget(close, 0, Qt::AlignCenter);
}

void QrOverlay::showWay(const NetworkStatus& status, const QString& code)
{
    m_qr->setText(QString::fromStdString(status.joinUrl));
    m_address->setText(QString::fromStdString(status.address));
    m_code->setText(code);
}

void QrOverlay::resizeEvent(QResizeEvent* event)
{
    // What the lines below the code need.
    constexpr int kBelow = 310;
    const int side = std::clamp(event->size().height() - kBelow, 260, 560);
    m_qr->setFixedSize(side, side);
    Overlay::resizeEvent(event);
}

} // namespace tutti::ui

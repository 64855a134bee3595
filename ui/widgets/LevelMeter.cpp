#include "ui/widgets/LevelMeter.h"

#include <QPainter>

#include <algorithm>

namespace tutti::ui {

LevelMeter::LevelMeter(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
{
    setFixedHeight(sizeHint().height());
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void LevelMeter::setLevel(double level)
{
    const double wanted = std::clamp(level, 0.0, 1.0);
    const bool looksDifferent = qRound(wanted * width()) != qRound(m_level * width());
    m_level = wanted;
    if (looksDifferent) {
        update();
    }
}

void LevelMeter::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_look.theme();
    const qreal radius = height() / 2.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.track);
    painter.drawRoundedRect(rect(), radius, radius);
    if (m_level > 0.0) {
        painter.setBrush(theme.text2);
        painter.drawRoundedRect(QRectF(0, 0, std::max(1.0 * height(), width() * m_level), height()),
                                radius, radius);
    }
}

} // namespace tutti::ui

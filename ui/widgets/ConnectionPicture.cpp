#include "ui/widgets/ConnectionPicture.h"

#include "ui/widgets/Art.h"

#include <QPainter>

namespace tutti::ui {
namespace {

/// How the way between two of them stands.
enum class Way : std::uint8_t { Open, Cut, Unsure };

struct Ways {
    Way laptop = Way::Unsure;
    Way tablet = Way::Unsure;
};

Ways waysOf(Obstacle obstacle)
{
    switch (obstacle) {
    case Obstacle::None:
    case Obstacle::OnlySlow:
        return {Way::Open, Way::Open};
    case Obstacle::NoNetwork:
    case Obstacle::WrongAdapter:
        return {Way::Cut, Way::Unsure};
    case Obstacle::OtherNetwork:
        return {Way::Open, Way::Cut};
    case Obstacle::KeptApart:
        return {Way::Cut, Way::Open};
    case Obstacle::Unknown:
        break;
    }
    return {};
}

void paintWay(QPainter& painter, const Theme& theme, QPointF from, QPointF to, Way way)
{
    const bool open = way == Way::Open;
    painter.setPen(QPen(open ? theme.ok : theme.lineStrong, 2.5,
                        way == Way::Unsure ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(from, to);
    if (way != Way::Cut) {
        return;
    }
    constexpr qreal kRadius = 13;
    const QPointF middle = (from + to) / 2;
    painter.setPen(QPen(theme.warn, 2.2, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(theme.warnSoft);
    painter.drawEllipse(middle, kRadius, kRadius);
    constexpr qreal kArm = 4.5;
    painter.drawLine(middle + QPointF(-kArm, -kArm), middle + QPointF(kArm, kArm));
    painter.drawLine(middle + QPointF(-kArm, kArm), middle + QPointF(kArm, -kArm));
}

void paintThing(QPainter& painter, const Theme& theme, QPointF centre, const QString& icon,
                const QString& word)
{
    constexpr int kIcon = 46;
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(centre - QPointF(kIcon / 2.0, kIcon / 2.0),
                       iconPixmap(icon, theme.text, kIcon, ratio));
    painter.setPen(theme.text);
    painter.setFont(textFont(12, QFont::DemiBold));
    painter.drawText(QRectF(centre.x() - 70, centre.y() + kIcon / 2.0, 140, 18), Qt::AlignCenter,
                     word);
}

} // namespace

ConnectionPicture::ConnectionPicture(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
{
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void ConnectionPicture::setObstacle(Obstacle obstacle)
{
    m_obstacle = obstacle;
    update();
}

void ConnectionPicture::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_look.theme();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.lane);
    painter.drawRoundedRect(rect(), 14, 14);
    const qreal reach = std::min(170.0, width() / 2.0 - 70);
    const QPointF box(width() / 2.0, height() * 0.26);
    const QPointF laptop(width() / 2.0 - reach, height() * 0.66);
    const QPointF tablet(width() / 2.0 + reach, height() * 0.66);
    const QPointF aside(34, 10);
    const Ways ways = waysOf(m_obstacle);
    paintWay(painter, theme, {laptop.x() + aside.x(), laptop.y() - aside.y()},
             {box.x() - aside.x(), box.y() + aside.y()}, ways.laptop);
    paintWay(painter, theme, {box.x() + aside.x(), box.y() + aside.y()},
             {tablet.x() - aside.x(), tablet.y() - aside.y()}, ways.tablet);
    paintThing(painter, theme, box, QStringLiteral("router"), tr("Wi-Fi box"));
    paintThing(painter, theme, laptop, QStringLiteral("laptop"), tr("Your laptop"));
    paintThing(painter, theme, tablet, QStringLiteral("tablet"), tr("Tablet"));
}

} // namespace tutti::ui

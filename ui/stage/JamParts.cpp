#include "ui/stage/JamParts.h"

#include "ui/stage/Art.h"
#include "ui/stage/StageWords.h"

namespace tutti::ui {

void paintMorePill(QPainter& painter, const QPointF& corner, const JamMore& more,
                   const Theme& theme)
{
    constexpr QSizeF kSize(25, 16);
    const QRectF pill(corner, kSize);
    painter.setOpacity(more.pale ? kPaleNote : 1);
    painter.setPen(QPen(theme.surface, 1.5));
    painter.setBrush(theme.text2);
    painter.drawRoundedRect(pill, kSize.height() / 2, kSize.height() / 2);
    painter.setFont(textFont(11, QFont::Bold));
    painter.setPen(theme.surface);
    painter.drawText(pill, Qt::AlignCenter, QStringLiteral("+%1").arg(more.count));
    painter.setOpacity(1);
}

void paintJamFooter(QPainter& painter, const QRectF& line, const JamShow& show, const Theme& theme)
{
    constexpr int kIcon = 15;
    painter.setFont(textFont(12));
    painter.setPen(theme.text2);
    const QString right = barWords(show.bar);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, right);
    const QString left = show.quiet ? everyoneListensWord() : listenersWord(show.bar, show.room);
    if (left.isEmpty()) {
        return;
    }
    painter.drawPixmap(QPointF(qRound(line.left()), qRound(line.center().y() - kIcon / 2.0)),
                       iconPixmap(QStringLiteral("ear"), theme.text2, kIcon,
                                  painter.device()->devicePixelRatioF()));
    const QFontMetricsF metrics(painter.font());
    const qreal room = line.width() - metrics.horizontalAdvance(right) - kIcon - 20;
    painter.drawText(line.adjusted(kIcon + 6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(left, Qt::ElideRight, room));
}

} // namespace tutti::ui

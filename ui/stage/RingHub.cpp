#include "ui/stage/RingHub.h"

#include "ui/stage/Art.h"

#include <QCoreApplication>

#include <algorithm>

namespace tutti::ui {
namespace {

struct Hub {
    Q_DECLARE_TR_FUNCTIONS(tutti::ui::Hub)
};

/// Sizes and heights from the centre, as shares of the ring's radius.
constexpr qreal kFigure = 0.443;
constexpr qreal kTitle = 0.125;
constexpr qreal kLine = 0.085;
constexpr qreal kSmall = 0.068;
constexpr qreal kIcon = 0.5;
constexpr qreal kConductor = 0.24;

HubWords resultWords(const RingScene& scene)
{
    const int held = scene.result ? scene.result->held : 0;
    const int best = scene.result ? scene.result->best : 0;
    HubWords words;
    words.title = held == 0   ? Hub::tr("All rounds played")
                  : held == 1 ? Hub::tr("The ring held one bar")
                              : Hub::tr("The ring held %1 bars").arg(held);
    if (best > 1) {
        words.line = Hub::tr("%1 of them in a row").arg(best);
    }
    return words;
}

HubWords waitingWords(const RingScene& scene)
{
    if (scene.phase == RingPhase::Held) {
        return {QStringLiteral("hand"),
                {},
                Hub::tr("Everyone waits"),
                Hub::tr("The conductor’s hand is up"),
                {}};
    }
    return {
        QStringLiteral("pause"), {}, Hub::tr("Paused"), Hub::tr("Taps wait, the beat goes on"), {}};
}

/// `height`: its place above or below the centre, in radii.
struct HubLine {
    QString text;
    qreal height;
    QFont font;
    QColor colour;
};

void paintText(QPainter& painter, const RingGeometry& geometry, const HubLine& line)
{
    constexpr qreal kWide = 0.6;
    const qreal half = geometry.radius() * kWide;
    const QPointF c = geometry.centre() + QPointF(0, line.height * geometry.radius());
    painter.setFont(line.font);
    painter.setPen(line.colour);
    const QString shown =
        painter.fontMetrics().elidedText(line.text, Qt::ElideRight, qRound(2 * half));
    painter.drawText(QRectF(c.x() - half, c.y() - half, 2 * half, 2 * half),
                     Qt::AlignCenter | Qt::TextSingleLine, shown);
}

void paintConductors(QPainter& painter, const RingScene& scene, const RingGeometry& geometry,
                     const StageStyle& style)
{
    constexpr std::size_t kMost = 3;
    constexpr qreal kHeight = -0.42;
    const std::size_t count = std::min(scene.conductors.size(), kMost);
    const qreal size = geometry.radius() * kConductor;
    for (std::size_t i = 0; i < count; ++i) {
        const qreal place = static_cast<qreal>(i) - (static_cast<qreal>(count) - 1) / 2;
        const QPointF centre =
            geometry.centre() + QPointF(place * size * 1.1, kHeight * geometry.radius());
        paintPicture(painter, {centre, size}, scene.conductors[i], style);
    }
}

} // namespace

HubWords hubWords(const RingScene& scene, const RingMoment& moment)
{
    HubWords words;
    const int beats = static_cast<int>(scene.beats.size());
    if (scene.quiet) {
        words.icon = QStringLiteral("ear");
        words.title = Hub::tr("Everyone listens");
        words.line = moment.beat ? Hub::tr("Beat %1, silent").arg(*moment.beat) : QString();
        return words;
    }
    if (scene.phase == RingPhase::Done) {
        return resultWords(scene);
    }
    if (moment.countIn) {
        words.figure = QString::number(*moment.countIn);
        words.line = Hub::tr("Get ready");
        return words;
    }
    if (scene.phase != RingPhase::Play) {
        return waitingWords(scene);
    }
    words.figure = moment.beat ? QString::number(*moment.beat) : QStringLiteral("–");
    words.line = Hub::tr("of %1 beats").arg(beats);
    words.small = scene.run > 1 ? Hub::tr("Held %1 bars in a row").arg(scene.run) : QString();
    return words;
}

void paintHub(QPainter& painter, const HubWords& words, const RingGeometry& geometry,
              const StageStyle& style)
{
    const Theme& theme = *style.theme;
    const qreal r = geometry.radius();
    const auto pixels = [r](qreal share) { return std::max(10, qRound(r * share)); };
    if (!words.icon.isEmpty()) {
        constexpr qreal kHeight = -0.22;
        const int size = pixels(kIcon);
        const QPointF c = geometry.centre() + QPointF(0, kHeight * r);
        painter.drawPixmap(
            QPointF(qRound(c.x() - size / 2.0), qRound(c.y() - size / 2.0)),
            iconPixmap(words.icon, theme.text2, size, painter.device()->devicePixelRatioF()));
    }
    paintText(painter, geometry, {words.figure, -0.03, displayFont(pixels(kFigure)), theme.text});
    const bool apart = words.figure.isEmpty();
    const bool alone = apart && words.icon.isEmpty();
    paintText(painter, geometry,
              {words.title, alone ? -0.03 : 0.18, displayFont(pixels(kTitle)), theme.text});
    paintText(painter, geometry,
              {words.line, apart && !alone ? 0.33 : 0.235, textFont(pixels(kLine)), theme.text2});
    paintText(painter, geometry, {words.small, 0.37, textFont(pixels(kSmall)), theme.text2});
}

void paintRingHub(QPainter& painter, const RingScene& scene, const RingMoment& moment,
                  const RingGeometry& geometry, const StageStyle& style)
{
    const HubWords words = hubWords(scene, moment);
    if (words.icon.isEmpty()) {
        paintConductors(painter, scene, geometry, style);
    }
    paintHub(painter, words, geometry, style);
}

} // namespace tutti::ui

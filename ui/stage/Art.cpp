#include "ui/stage/Art.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace tutti::ui {
namespace {

QByteArray drawing(const QString& path)
{
    QFile file(QStringLiteral(":/icons/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QImage rendered(const QByteArray& svg, int size, qreal ratio)
{
    const int pixels = qRound(size * ratio);
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    image.setDevicePixelRatio(ratio);
    return image;
}

QImage greyed(const QImage& image)
{
    constexpr qreal kPale = 0.6;
    QImage grey = image;
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            const int level = qGray(colour.rgb());
            grey.setPixelColor(x, y, QColor(level, level, level, qRound(colour.alpha() * kPale)));
        }
    }
    return grey;
}

template <typename Make>
QPixmap cached(const QString& key, Make make)
{
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap::fromImage(make());
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

QFont fontOf(const QStringList& families, int pixels, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(families + font.families());
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

} // namespace

QPixmap iconPixmap(const QString& name, const QColor& colour, int size, qreal ratio)
{
    const QString key = QStringLiteral("icon/%1/%2/%3/%4")
                            .arg(name, colour.name(QColor::HexArgb))
                            .arg(size)
                            .arg(ratio);
    return cached(key, [&] {
        QByteArray svg = drawing(QStringLiteral("ui/%1.svg").arg(name));
        svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
        return rendered(svg, size, ratio);
    });
}

QIcon lineIcon(const QString& name, const QColor& colour, const QColor& faint)
{
    constexpr int kLargest = 24;
    QIcon icon;
    for (const qreal ratio : {1.0, 2.0}) {
        icon.addPixmap(iconPixmap(name, colour, kLargest, ratio), QIcon::Normal);
        icon.addPixmap(iconPixmap(name, faint, kLargest, ratio), QIcon::Disabled);
    }
    return icon;
}

QPixmap avatarPixmap(const std::string& avatar, int size, qreal ratio, bool grey)
{
    const QString name = QString::fromStdString(avatar);
    const QString key =
        QStringLiteral("avatar/%1/%2/%3/%4").arg(name).arg(size).arg(ratio).arg(grey);
    return cached(key, [&] {
        const QImage image =
            rendered(drawing(QStringLiteral("avatars/avatar-%1.svg").arg(name)), size, ratio);
        return grey ? greyed(image) : image;
    });
}

QPixmap moodPixmap(Mood mood, int size, qreal ratio)
{
    const std::string_view stem = nameOf(mood);
    const QString name = QString::fromLatin1(stem.data(), static_cast<qsizetype>(stem.size()));
    return cached(QStringLiteral("mood/%1/%2/%3").arg(name).arg(size).arg(ratio), [&] {
        return rendered(drawing(QStringLiteral("moods/mood-%1.svg").arg(name)), size, ratio);
    });
}

QPixmap logoPixmap(int size, qreal ratio, const QColor& dot)
{
    const QString key = QStringLiteral("logo/%1/%2/%3").arg(dot.name()).arg(size).arg(ratio);
    return cached(key, [&] {
        QByteArray svg = drawing(QStringLiteral("logo.svg"));
        // The middle dot is drawn in ink, which a dark header would swallow.
        svg.replace("#1E2128", dot.name(QColor::HexRgb).toLatin1());
        return rendered(svg, size, ratio);
    });
}

QFont textFont(int pixels, QFont::Weight weight)
{
    return fontOf({QStringLiteral("Inter")}, pixels, weight);
}

QFont displayFont(int pixels)
{
    return fontOf({QStringLiteral("Inter Display"), QStringLiteral("Inter")}, pixels, QFont::Bold);
}

} // namespace tutti::ui

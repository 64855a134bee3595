#include "ui/widgets/StudentTileDelegate.h"

#include "ui/models/Words.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/SeatGrid.h"
#include "ui/widgets/TileLook.h"

namespace tutti::ui {
namespace {

constexpr int kBars = 20;
constexpr int kBarsHeight = 14;

/// Sizes of one tile; tall tiles are read from further away.
struct Metrics {
    int picture;
    int name;
    int word;
    int icon;
    int chip;
};

Metrics metricsFor(const QRect& tile)
{
    if (SeatGrid::hasOneLine(tile)) {
        return {tile.width() < 140 ? 26 : 30, 12, 11, 13, 16};
    }
    if (tile.height() >= 76 && tile.width() >= 200) {
        return {52, 16, 13, 16, 22};
    }
    if (tile.height() >= 66) {
        return {46, 14, 12, 14, 20};
    }
    return tile.height() >= 54 ? Metrics{42, 14, 12, 14, 20} : Metrics{34, 13, 11, 13, 18};
}

bool hasChip(const Tile& tile)
{
    return tile.seat.lastNote && !isGone(tile.state) && !tile.quiet;
}

PitchLook chipOf(const Tile& tile, const Theme& theme)
{
    return pitchLook(tile.seat.lastNote->midi, tile.seat.role == Role::Rhythm, theme);
}

} // namespace

void StudentTileDelegate::paintInside(QPainter& painter, const QRect& cell, const Tile& tile) const
{
    if (SeatGrid::hasOneLine(SeatGrid::tileRect(cell))) {
        paintOneLine(painter, cell, tile);
    } else {
        paintTwoLines(painter, cell, tile);
    }
}

void StudentTileDelegate::paintTwoLines(QPainter& painter, const QRect& cell,
                                        const Tile& tile) const
{
    const QRect box = SeatGrid::tileRect(cell);
    const Metrics size = metricsFor(box);
    const int margin = std::max(8, (box.height() - size.picture) / 3);
    paintPicture(
        painter,
        {box.left() + margin, box.center().y() - size.picture / 2 + 1, size.picture, size.picture},
        tile);
    const int left = box.left() + margin + size.picture + 7;
    paintWords(painter, box, {left, box.top(), box.right() - left - 8, box.height()}, tile);
    paintCorner(painter, cell, tile);
    paintGlow(painter, box, left, tile);
}

void StudentTileDelegate::paintOneLine(QPainter& painter, const QRect& cell, const Tile& tile) const
{
    const Theme& theme = m_look.theme();
    const QRect box = SeatGrid::tileRect(cell);
    const Metrics size = metricsFor(box);
    const int middle = box.center().y() + 1;
    const bool narrow = size.picture < 30;
    const int left = box.left() + 6;
    paintPicture(painter, {left, middle - size.picture / 2, size.picture, size.picture}, tile);
    int right = box.right() - 6;
    if (tile.hasMuteButton()) {
        const QRect button = SeatGrid::muteButtonRect(cell);
        paintMuteButton(painter, button, tile.seat.muted, theme);
        right = button.left();
        // The narrowest tile leaves the room to the name unless the connection is worth a look.
        if (!narrow || tile.seat.connection != Connection::Good) {
            right -= kBars;
            paintConnection(painter, {right - 2, middle - kBarsHeight / 2, kBars, kBarsHeight},
                            tile.seat.connection, theme);
        }
    }
    const int words = left + size.picture + 6;
    paintName(painter, {words, box.top(), right - words - 1, box.height()}, tile);
    paintGlow(painter, box, words, tile);
}

void StudentTileDelegate::paintName(QPainter& painter, QRect room, const Tile& tile) const
{
    constexpr int kName = 12;
    constexpr int kChip = 16;
    const Theme& theme = m_look.theme();
    if (hasChip(tile) && room.width() > 5 * kChip) {
        const QRect chip(room.right() - kChip, room.center().y() - kChip / 2 + 1, kChip, kChip);
        paintNoteChip(painter, chip, chipOf(tile, theme));
        room.setRight(chip.left() - 4);
    }
    const QColor colour = tile.state == TileState::Rejoining ? theme.warn
                          : isGone(tile.state)               ? theme.text2
                                                             : theme.text;
    paintLine(painter, room, seatTitle(tile.seat), textFont(kName, QFont::DemiBold), colour);
}

void StudentTileDelegate::paintPicture(QPainter& painter, const QRect& box, const Tile& tile) const
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const Theme& theme = m_look.theme();
    painter.drawPixmap(box.topLeft(),
                       avatarPixmap(tile.seat.avatar, box.width(), ratio, isGone(tile.state)));
    const QPoint corner = box.bottomRight() + QPoint(4, 4);
    if (tile.state == TileState::NeedsHelp) {
        paintHandBadge(painter, corner, 20, theme);
    } else if (!tile.beats.empty()) {
        paintBeatBadge(painter, corner, tile.beats, tile.state == TileState::Playing, theme);
    }
}

void StudentTileDelegate::paintWords(QPainter& painter, const QRect& tileBox, const QRect& words,
                                     const Tile& tile) const
{
    const Theme& theme = m_look.theme();
    const Metrics size = metricsFor(tileBox);
    const int lineHeight = size.name + 8;
    const int middle = tileBox.center().y() + 1;
    const int corner = kBars + (hasChip(tile) ? size.chip + 6 : 0);
    paintLine(painter, {words.left(), middle - lineHeight, words.width() - corner, lineHeight},
              seatTitle(tile.seat), textFont(size.name, QFont::DemiBold),
              isGone(tile.state) ? theme.text2 : theme.text);
    const QColor colour = stateColour(tile.state, theme);
    int left = words.left();
    if (const QString icon = stateIcon(tile); !icon.isEmpty()) {
        const qreal ratio = painter.device()->devicePixelRatioF();
        painter.drawPixmap(left, middle + (lineHeight - size.icon) / 2,
                           iconPixmap(icon, colour, size.icon, ratio));
        left += size.icon + 3;
    }
    const QRect room(left, middle, words.right() - left - 21, lineHeight);
    const QString word = tileWord(tile.state, tile.seat.role);
    const auto weight = isStrong(tile.state) ? QFont::DemiBold : QFont::Normal;
    // A little smaller rather than cut.
    const bool fits =
        QFontMetrics(textFont(size.word, weight)).horizontalAdvance(word) <= room.width();
    paintLine(painter, room, word, textFont(fits ? size.word : size.word - 1, weight), colour);
}

void StudentTileDelegate::paintCorner(QPainter& painter, const QRect& cell, const Tile& tile) const
{
    if (tile.state == TileState::Empty) {
        return;
    }
    const Theme& theme = m_look.theme();
    const QRect box = SeatGrid::tileRect(cell);
    const Metrics size = metricsFor(box);
    const int top = box.center().y() - size.name - 5;
    paintConnection(painter, {box.right() - 28, top, kBars, kBarsHeight}, tile.seat.connection,
                    theme);
    if (hasChip(tile)) {
        paintNoteChip(painter,
                      {box.right() - 32 - size.chip, top + 7 - size.chip / 2, size.chip, size.chip},
                      chipOf(tile, theme));
    }
    if (tile.hasMuteButton()) {
        paintMuteButton(painter, SeatGrid::muteButtonRect(cell), tile.seat.muted, theme);
    }
}

void StudentTileDelegate::paintGlow(QPainter& painter, const QRect& tileBox, int left,
                                    const Tile& tile) const
{
    if (tile.state != TileState::Playing) {
        return;
    }
    constexpr int kHeight = 3;
    const int full = tileBox.width() / 3;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.theme().text);
    painter.drawRoundedRect(QRectF(left, tileBox.bottom() - 5, full * tile.glow, kHeight), 1.5,
                            1.5);
}

} // namespace tutti::ui

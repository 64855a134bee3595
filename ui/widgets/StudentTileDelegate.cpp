#include "ui/widgets/StudentTileDelegate.h"

#include "ui/models/Words.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/SeatGrid.h"
#include "ui/widgets/TilePaint.h"

namespace tutti::ui {
namespace {

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
    if (tile.height() >= 84) {
        return {56, 17, 14, 17, 24};
    }
    return tile.height() >= 56 ? Metrics{42, 14, 12, 15, 20} : Metrics{34, 13, 11, 13, 18};
}

TileSkin skinFor(const Tile& tile, const Theme& theme, bool selected)
{
    TileSkin skin{theme.surface, theme.line, 1, false};
    switch (tile.state) {
    case TileState::NeedsHelp:
        skin = {theme.warnSoft, theme.warn, 2, false};
        break;
    case TileState::Rejoining:
        skin = {theme.surface, theme.warn, 1, true};
        break;
    case TileState::Away:
    case TileState::Empty:
        skin = {theme.surface, theme.lineStrong, 1, true};
        break;
    case TileState::Playing:
        skin = {theme.surface, theme.text, 2, false};
        break;
    case TileState::Muted:
    case TileState::Listening:
        skin.fill = theme.sunken;
        break;
    case TileState::WeakWifi:
        if (tile.quiet || tile.seat.muted) {
            skin.fill = theme.sunken;
        }
        break;
    case TileState::Here:
        break;
    }
    if (selected) {
        skin.fill = theme.accentSoft;
        skin.edge = theme.accent;
        skin.edgeWidth = 2;
        skin.dashed = false;
    }
    return skin;
}

bool isGone(TileState state)
{
    return state == TileState::Empty || state == TileState::Away || state == TileState::Rejoining;
}

QString wordIcon(const Tile& tile)
{
    switch (tile.state) {
    case TileState::Rejoining:
        return QStringLiteral("refresh");
    case TileState::Away:
        return QStringLiteral("away");
    case TileState::Listening:
        return QStringLiteral("ear");
    case TileState::NeedsHelp:
    case TileState::WeakWifi:
    case TileState::Empty:
        return {};
    default:
        return roleIcon(tile.seat.role);
    }
}

QColor wordColour(TileState state, const Theme& theme)
{
    switch (state) {
    case TileState::NeedsHelp:
    case TileState::Rejoining:
    case TileState::WeakWifi:
        return theme.warn;
    default:
        return theme.text2;
    }
}

} // namespace

StudentTileDelegate::StudentTileDelegate(const Look& look, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{
}

QSize StudentTileDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const auto* grid = qobject_cast<const QListView*>(option.widget);
    return grid ? grid->gridSize() : QSize();
}

void StudentTileDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const
{
    const auto tile = index.data(SeatModel::TileRole).value<Tile>();
    const QRect box = SeatGrid::tileRect(option.rect);
    const Metrics size = metricsFor(box);
    const Theme& theme = m_look.theme();
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    paintTileSkin(*painter, box, skinFor(tile, theme, option.state & QStyle::State_Selected));
    if (option.state & QStyle::State_HasFocus) {
        paintFocusRing(*painter, box, theme);
    }
    const int margin = std::max(8, (box.height() - size.picture) / 4);
    const QRect picture(box.left() + margin, box.center().y() - size.picture / 2 + 1, size.picture,
                        size.picture);
    paintPicture(*painter, picture, tile);
    const int left = picture.right() + margin;
    paintWords(*painter, box, {left, box.top(), box.right() - left - 8, box.height()}, tile);
    paintCorner(*painter, option.rect, tile);
    paintGlow(*painter, box, left, tile);
    painter->restore();
}

void StudentTileDelegate::paintPicture(QPainter& painter, const QRect& box, const Tile& tile) const
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(box.topLeft(),
                       avatarPixmap(tile.seat.avatar, box.width(), ratio, isGone(tile.state)));
    if (tile.state != TileState::NeedsHelp) {
        return;
    }
    constexpr int kBadge = 22;
    const QRect badge(box.right() - kBadge + 6, box.bottom() - kBadge + 6, kBadge, kBadge);
    const Theme& theme = m_look.theme();
    painter.setPen(QPen(theme.warnSoft, 2));
    painter.setBrush(theme.warn);
    painter.drawEllipse(badge);
    painter.drawPixmap(badge.topLeft() + QPoint(4, 4),
                       iconPixmap(QStringLiteral("hand"), theme.warnSoft, 14, ratio));
}

void StudentTileDelegate::paintWords(QPainter& painter, const QRect& tileBox, const QRect& words,
                                     const Tile& tile) const
{
    const Theme& theme = m_look.theme();
    const Metrics size = metricsFor(tileBox);
    const int lineHeight = size.name + 8;
    const int middle = tileBox.center().y() + 1;
    constexpr int kBarsWidth = 20;
    const bool hasChip = tile.seat.lastNote && !isGone(tile.state) && !tile.quiet;
    const int corner = kBarsWidth + (hasChip ? size.chip + 6 : 0);
    paintLine(painter, {words.left(), middle - lineHeight, words.width() - corner, lineHeight},
              seatTitle(tile.seat), textFont(size.name, QFont::DemiBold),
              isGone(tile.state) ? theme.text2 : theme.text);
    const QColor colour = wordColour(tile.state, theme);
    int left = words.left();
    if (const QString icon = wordIcon(tile); !icon.isEmpty()) {
        const qreal ratio = painter.device()->devicePixelRatioF();
        painter.drawPixmap(left, middle + (lineHeight - size.icon) / 2,
                           iconPixmap(icon, colour, size.icon, ratio));
        left += size.icon + 4;
    }
    const bool strong = colour == theme.warn || tile.state == TileState::Muted;
    paintLine(painter, {left, middle, words.right() - left - 26, lineHeight},
              tileWord(tile.state, tile.seat.role),
              textFont(size.word, strong ? QFont::DemiBold : QFont::Normal), colour);
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
    paintConnection(painter, {box.right() - 28, top, 20, 14}, tile.seat.connection, theme);
    if (tile.seat.lastNote && !tile.quiet && !isGone(tile.state)) {
        const bool rhythm = tile.seat.role == Role::Rhythm;
        paintNoteChip(painter,
                      {box.right() - 32 - size.chip, top + 7 - size.chip / 2, size.chip, size.chip},
                      pitchLook(tile.seat.lastNote->midi, rhythm, theme));
    }
    if (tile.hasMuteButton()) {
        paintMute(painter, SeatGrid::muteButtonRect(cell), tile.seat.muted);
    }
}

void StudentTileDelegate::paintMute(QPainter& painter, const QRect& button, bool muted) const
{
    const Theme& theme = m_look.theme();
    if (muted) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.text2);
        painter.drawRoundedRect(button, 6, 6);
    }
    const QString icon = muted ? QStringLiteral("volume-off") : QStringLiteral("volume");
    painter.drawPixmap(button.topLeft() + QPoint(4, 4),
                       iconPixmap(icon, muted ? theme.surface : theme.text3, 16,
                                  painter.device()->devicePixelRatioF()));
}

void StudentTileDelegate::paintGlow(QPainter& painter, const QRect& tileBox, int left,
                                    const Tile& tile) const
{
    if (tile.state != TileState::Playing) {
        return;
    }
    const int full = tileBox.width() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.theme().text);
    painter.drawRoundedRect(QRectF(left, tileBox.bottom() - 6, full * tile.glow, 3), 1.5, 1.5);
}

} // namespace tutti::ui

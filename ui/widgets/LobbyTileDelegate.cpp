#include "ui/widgets/LobbyTileDelegate.h"

#include "ui/models/Words.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/SeatGrid.h"
#include "ui/widgets/TilePaint.h"

namespace tutti::ui {
namespace {

/// A tile less wide than this has its picture close to the connection bars.
constexpr int kNarrow = 90;

struct Lines {
    QString word;
    QColor colour;
};

/// Heights of one tile's picture and its two lines, and the size of their type.
struct Metrics {
    int picture;
    int name;
    int word;
    int below;
    int namePixels;
    int wordPixels;
};

Metrics metricsFor(const QRect& tile)
{
    constexpr int kLow = 94;
    if (tile.height() < kLow) {
        return {std::clamp(tile.height() - 38, 28, 46), 18, 14, 2, 13, 11};
    }
    return {std::clamp(std::min(tile.width() - 24, tile.height() - 62), 32, 76), 22, 18, 4, 14, 12};
}

Lines secondLine(const Tile& tile, bool open, const Theme& theme)
{
    if (!open) {
        return {};
    }
    if (tile.justJoined) {
        return {LobbyTileDelegate::tr("Just joined"), theme.ok};
    }
    switch (tile.seat.presence) {
    case Presence::Empty:
        return {};
    case Presence::Rejoining:
        return {LobbyTileDelegate::tr("Rejoining…"), theme.warn};
    case Presence::Away:
        return {LobbyTileDelegate::tr("Away"), theme.text2};
    case Presence::Here:
        break;
    }
    return tile.seat.connection == Connection::Weak
               ? Lines{LobbyTileDelegate::tr("Weak Wi-Fi"), theme.warn}
               : Lines{};
}

TileSkin skinFor(const Tile& tile, bool open, const Theme& theme)
{
    if (!open) {
        return {theme.lane, theme.line, 1, false};
    }
    if (tile.justJoined) {
        return {theme.okSoft, theme.ok, 2, false};
    }
    switch (tile.seat.presence) {
    case Presence::Empty:
    case Presence::Away:
        return {theme.surface, theme.lineStrong, 1, true};
    case Presence::Rejoining:
        return {theme.surface, theme.warn, 1, true};
    case Presence::Here:
        break;
    }
    return {theme.surface, theme.line, 1, false};
}

} // namespace

LobbyTileDelegate::LobbyTileDelegate(const RoomMirror& mirror, const Look& look, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_mirror(mirror)
    , m_look(look)
{
}

QSize LobbyTileDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const auto* grid = qobject_cast<const QListView*>(option.widget);
    return grid ? grid->gridSize() : QSize();
}

void LobbyTileDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const auto tile = index.data(SeatModel::TileRole).value<Tile>();
    const Theme& theme = m_look.theme();
    const bool open = m_mirror.state().isOpen();
    const bool here = tile.seat.presence == Presence::Here;
    const QRect box = SeatGrid::tileRect(option.rect);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    paintTileSkin(*painter, box, skinFor(tile, open, theme));
    if (option.state & QStyle::State_HasFocus) {
        paintFocusRing(*painter, box, theme);
    }
    const Metrics size = metricsFor(box);
    const int top = box.center().y() - (size.picture + size.name + size.word) / 2 + size.below;
    painter->drawPixmap(box.center().x() - size.picture / 2, top,
                        avatarPixmap(tile.seat.avatar, size.picture,
                                     painter->device()->devicePixelRatioF(), open && !here));
    const QRect name(box.left() + 4, top + size.picture + size.below, box.width() - 8, size.name);
    const bool strong = here || !open;
    paintCentred(*painter, name, seatTitle(tile.seat),
                 textFont(size.namePixels, strong ? QFont::DemiBold : QFont::Normal),
                 strong ? theme.text : theme.text2);
    const Lines second = secondLine(tile, open, theme);
    paintCentred(*painter, {name.left(), name.bottom(), name.width(), size.word}, second.word,
                 textFont(size.wordPixels, QFont::DemiBold), second.colour);
    if (open && tile.seat.presence != Presence::Empty) {
        // In a narrow tile the bars stand in the corner, beside the picture.
        const int inset = box.width() < kNarrow ? 4 : 8;
        paintConnection(*painter,
                        {box.right() - 20 - inset, box.top() + std::max(4, inset), 20, 14},
                        tile.seat.connection, theme);
    }
    painter->restore();
}

} // namespace tutti::ui

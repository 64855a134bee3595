#include "ui/widgets/StudentRowDelegate.h"

#include "ui/models/Words.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/SeatGrid.h"
#include "ui/widgets/TileLook.h"

#include <QListView>

namespace tutti::ui {
namespace {

constexpr int kPicture = 24;
constexpr int kWords = 12;
constexpr int kIcon = 14;
/// Room at the end for beat, note, bars and mute.
constexpr int kEnd = 134;

/// The state in words; a student who is simply here is simply here.
QString wordsFor(const Tile& tile)
{
    const bool plain = tile.state == TileState::Here || tile.state == TileState::Playing;
    if (plain && tile.seat.heardNothing) {
        return StudentRowDelegate::tr("No sound");
    }
    if (tile.state == TileState::Playing) {
        return StudentRowDelegate::tr("Playing");
    }
    return plain ? StudentRowDelegate::tr("Here") : tileWord(tile.state, tile.seat.role);
}

} // namespace

void StudentRowDelegate::paintInside(QPainter& painter, const QRect& cell, const Tile& tile) const
{
    const QRect box = SeatGrid::tileRect(cell);
    const QPoint picture(box.left() + 10, box.center().y() - kPicture / 2 + 1);
    painter.drawPixmap(picture,
                       avatarPixmap(tile.seat.avatar, kPicture,
                                    painter.device()->devicePixelRatioF(), isGone(tile.state)));
    paintWords(painter, box, tile);
    paintEnd(painter, cell, tile);
}

void StudentRowDelegate::paintWords(QPainter& painter, const QRect& box, const Tile& tile) const
{
    const Theme& theme = m_look.theme();
    const qreal ratio = painter.device()->devicePixelRatioF();
    const int left = box.left() + 10 + kPicture + 8;
    const int third = (box.right() - kEnd - left) / 3;
    const int middle = box.center().y();
    const auto column = [&](int place, int indent) {
        return QRect(left + place * third + indent, box.top(), third - indent - 6, box.height());
    };
    const auto icon = [&](int place, const QString& name, const QColor& colour) {
        painter.drawPixmap(left + place * third, middle - kIcon / 2 + 1,
                           iconPixmap(name, colour, kIcon, ratio));
    };
    paintLine(painter, column(0, 0), seatTitle(tile.seat), textFont(kWords + 1, QFont::DemiBold),
              isGone(tile.state) ? theme.text2 : theme.text);
    icon(1, roleIcon(tile.seat.role), theme.text2);
    paintLine(painter, column(1, kIcon + 4), roleWord(tile.seat.role), textFont(kWords),
              theme.text2);
    const bool hand = tile.state == TileState::NeedsHelp;
    const QString name = hand ? QStringLiteral("hand") : stateIcon(tile);
    const bool hasIcon = hand || (!name.isEmpty() && name != roleIcon(tile.seat.role));
    const QColor colour = stateColour(tile.state, theme);
    if (hasIcon) {
        icon(2, name, colour);
    }
    paintLine(painter, column(2, hasIcon ? kIcon + 4 : 0), wordsFor(tile),
              textFont(kWords, isStrong(tile.state) ? QFont::DemiBold : QFont::Normal), colour);
}

void StudentRowDelegate::paintEnd(QPainter& painter, const QRect& cell, const Tile& tile) const
{
    const Theme& theme = m_look.theme();
    const QRect box = SeatGrid::tileRect(cell);
    const int middle = box.center().y();
    const int right = box.right() - 36;
    if (!tile.beats.empty()) {
        paintBeatBadge(painter, {box.right() - kEnd + 34, middle + 9}, tile.beats,
                       tile.state == TileState::Playing, theme);
    }
    if (tile.state == TileState::Empty) {
        return;
    }
    paintConnection(painter, {right - 20, middle - 7, 20, 14}, tile.seat.connection, theme);
    if (tile.seat.lastNote && !isGone(tile.state) && !tile.quiet) {
        constexpr int kChip = 18;
        paintNoteChip(painter, {right - 26 - kChip, middle - kChip / 2 + 1, kChip, kChip},
                      pitchLook(tile.seat.lastNote->midi, tile.seat.role == Role::Rhythm, theme));
    }
    if (tile.hasMuteButton()) {
        paintMuteButton(painter, SeatGrid::muteButtonRect(cell), tile.seat.muted, theme);
    }
}

} // namespace tutti::ui

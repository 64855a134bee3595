#include "ui/widgets/Announcer.h"

#include "ui/models/Words.h"

#include <QAccessible>

namespace tutti::ui {

Announcer::Announcer(const ViewContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGeometry(0, 0, 1, 1);
    connect(&m_context.mirror, &RoomMirror::changed, this, &Announcer::refresh);
    refresh();
}

void Announcer::refresh()
{
    const RoomState& room = m_context.state();
    QStringList news;
    for (const Seat& seat : room.seats) {
        Known& known = m_seats[seat.id];
        if (seat.handUp && !known.handUp) {
            news += tr("%1 raised a hand").arg(seatTitle(seat));
        }
        if (seat.presence == Presence::Rejoining && known.presence == Presence::Here) {
            news += tr("%1 lost the connection").arg(seatTitle(seat));
        }
        known = {seat.handUp, seat.presence};
    }
    const bool quiet = room.quiet.holdsAt(m_context.clock.now());
    if (quiet != m_quiet) {
        news += quiet ? tr("Everyone is quiet") : tr("Everyone may play");
        m_quiet = quiet;
    }
    if (!news.isEmpty()) {
        say(news.join(tr(". ")));
    }
}

void Announcer::say(const QString& words)
{
    setAccessibleName(words);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace tutti::ui

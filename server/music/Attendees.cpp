#include "server/music/Attendees.h"

#include <algorithm>
#include <utility>

namespace tutti::music {

void Attendees::enter(PeerId peer, Attendee attendee)
{
    m_attendees.insert_or_assign(peer, std::move(attendee));
}

std::optional<Attendee> Attendees::leave(PeerId peer)
{
    auto node = m_attendees.extract(peer);
    return node ? std::optional{std::move(node.mapped())} : std::nullopt;
}

Attendee* Attendees::find(PeerId peer)
{
    const auto found = m_attendees.find(peer);
    return found == m_attendees.end() ? nullptr : &found->second;
}

const Attendee* Attendees::find(PeerId peer) const
{
    const auto found = m_attendees.find(peer);
    return found == m_attendees.end() ? nullptr : &found->second;
}

bool Attendees::speaksFor(PeerId peer, SeatId seat) const
{
    const Attendee* attendee = find(peer);
    return attendee && std::find(attendee->sender.seats.begin(), attendee->sender.seats.end(),
                                 seat) != attendee->sender.seats.end();
}

std::vector<PeerId> Attendees::speakingFor(SeatId seat) const
{
    std::vector<PeerId> speakers;
    for (const auto& [peer, attendee] : m_attendees) {
        if (speaksFor(peer, seat)) {
            speakers.push_back(peer);
        }
    }
    return speakers;
}

std::vector<PeerId> Attendees::withdraw(SeatId seat)
{
    std::vector<PeerId> speakers = speakingFor(seat);
    for (const PeerId peer : speakers) {
        std::erase(find(peer)->sender.seats, seat);
    }
    return speakers;
}

std::vector<PeerId> Attendees::all() const
{
    std::vector<PeerId> peers;
    for (const auto& [peer, attendee] : m_attendees) {
        peers.push_back(peer);
    }
    return peers;
}

} // namespace tutti::music

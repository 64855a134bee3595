// The part of MusicExtension that follows who sits where.
#include "server/music/MusicExtension.h"
#include "server/music/Wire.h"

#include <algorithm>
#include <utility>

namespace tutti::music {

using namespace Qt::StringLiterals;
using channel::Lane;

void MusicExtension::showPresence(SeatId id)
{
    const Seat* seat = m_room.seat(id);
    if (!seat || seat->connections == 0) {
        m_clientData.erase(id);
        m_out.clearPresence(m_topic, {}, seatName(id));
        return;
    }
    m_out.setPresence(m_topic, {}, seatName(id), presenceJson(m_room, *seat, m_clientData[id]));
}

void MusicExtension::release(SeatId seat, const Origin& origin)
{
    m_clockDesk.release(seat);
    for (const PeerId peer : m_attendees.withdraw(seat)) {
        // Who came in with the old token after the room had decided was counted for the seat's new holder. The room
        // passes over who was not.
        m_sink.submit(DisconnectSeat{seat}, Origin{peer});
        if (!m_attendees.find(peer)->sender.seats.empty()) {
            reassigned(peer, origin);
            continue;
        }
        m_out.push(peer, m_topic, u"bye"_s, {{u"reason"_s, u"seat_released"_s}}, Lane::Control);
        m_out.closeMember(peer, m_topic);
    }
}

void MusicExtension::given(const SeatClaimed& claimed, const Origin& origin)
{
    for (const SeatId seat : m_room.seatsOf(claimed.device)) {
        for (const PeerId peer : m_attendees.speakingFor(seat)) {
            reassigned(peer, origin);
        }
    }
}

void MusicExtension::reassigned(PeerId peer, const Origin& origin)
{
    // A tablet that asked for the change itself has the answer.
    if (!JoinDesk::asked(origin)) {
        m_reassigned.insert(peer);
    }
}

void MusicExtension::tellReassigned()
{
    for (const PeerId peer : std::exchange(m_reassigned, {})) {
        const Attendee* attendee = m_attendees.find(peer);
        if (attendee && !attendee->sender.seats.empty()) {
            tellSeats(peer, seatsBeside(*attendee));
        }
    }
}

std::vector<SeatId> MusicExtension::seatsBeside(const Attendee& attendee) const
{
    const Seat* seat = m_room.seat(attendee.sender.seats.front());
    return seat ? m_room.seatsOf(seat->device) : std::vector<SeatId>{};
}

void MusicExtension::tellSeats(PeerId peer, const std::vector<SeatId>& seats)
{
    m_out.push(peer, m_topic, u"yours"_s, {{u"seats"_s, seatNumbers(seats)}}, Lane::State);
}

void MusicExtension::tellState(PeerId peer, Attendee& attendee)
{
    m_out.push(peer, m_topic, u"room_state"_s,
               roomStateJson(m_room, attendee.sender.seats, m_clock.id(), m_clock.now()),
               Lane::State);
    if (!std::exchange(attendee.arriving, false) || attendee.sender.seats.empty()) {
        return;
    }
    // It was away when the teacher gave it a seat, or its token is older than that.
    const std::vector<SeatId> held = seatsBeside(attendee);
    const std::vector<SeatId>& named = attendee.sender.seats;
    if (!std::is_permutation(held.begin(), held.end(), named.begin(), named.end())) {
        tellSeats(peer, held);
    }
}

void MusicExtension::tellStateToAll()
{
    for (const PeerId peer : m_attendees.all()) {
        tellState(peer, *m_attendees.find(peer));
    }
}

void MusicExtension::closeAll()
{
    m_beats = {};
    m_beatTimer.stop();
    // All there can be: guests' seats ended with the lesson, and the mirror has forgotten them.
    for (std::int32_t number = 1; number <= kMaxSeats; ++number) {
        m_clockDesk.release(SeatId{number});
        showPresence(SeatId{number});
    }
    m_clientData.clear();
    for (const PeerId peer : m_attendees.all()) {
        m_out.closeMember(peer, m_topic);
    }
}

} // namespace tutti::music

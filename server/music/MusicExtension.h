#pragma once

#include "app/domain/Clock.h"
#include "app/domain/CommandSink.h"
#include "app/domain/Notice.h"
#include "app/domain/RoomState.h"
#include "server/channel/Broadcaster.h"
#include "server/channel/TopicHandler.h"
#include "server/music/Attendees.h"
#include "server/music/BeatAnnouncer.h"
#include "server/music/ClockDesk.h"
#include "server/music/JoinAllowance.h"
#include "server/music/JoinDesk.h"

#include <QObject>
#include <QTimer>

#include <set>
#include <unordered_map>

namespace tutti::music {

/// The music rooms of the server: turns what members of a music topic send into commands, and what the room
/// records into broadcasts, presence, beats and clock messages. Keeps a mirror of the room by evolving the same events.
/// Thread: classroom.
class MusicExtension final : public QObject, public channel::TopicHandler {
    Q_OBJECT

public:
    MusicExtension(const Clock& clock, CommandSink& sink, channel::Broadcaster& out,
                   const JoinDesk::Config& config, QObject* parent = nullptr);

    bool owns(const QString& topic) const override;
    tl::expected<void, QString> join(const channel::Member& candidate) override;
    void joined(const channel::Member& member) override;
    void left(const channel::Member& member) override;
    void received(const channel::Member& member, const channel::ClientEvent& event) override;
    tl::expected<void, QString> reauthorized(const channel::Member& member) override;
    bool receivedByRest(const QString& topic, const channel::Claims& claims,
                        const channel::ClientEvent& event) override;
    void tracked(const channel::Member& member, const QJsonObject& data) override;

    void onRecorded(const tutti::Batch& batch);
    void onNoticed(const tutti::Notice& notice);

    /// Tells everyone with a seat under which address the laptop can be reached from now on: a whole join address.
    void announceMove(const QString& url);

    JoinDesk& joinDesk() { return m_joinDesk; }
    ClockDesk& clockDesk() { return m_clockDesk; }
    const RoomState& mirror() const { return m_room; }

private:
    /// Who these claims make a member, or the reason of a refused join.
    tl::expected<Sender, QString> senderFor(const channel::Claims& claims) const;
    void tell(const EventEnvelope& envelope);
    void afterwards(const EventEnvelope& envelope);
    void showPresence(SeatId seat);
    void closeAll();
    /// Takes a freed seat from whoever spoke for it; who has none left is sent away.
    void release(SeatId seat, const Origin& origin);
    /// A seat was given to a tablet that may be here for another one.
    void given(const SeatClaimed& claimed, const Origin& origin);
    void reassigned(PeerId peer, const Origin& origin);
    /// Tells the tablets whose seats changed without their asking which ones they have now.
    void tellReassigned();
    /// All seats of the tablet of a member that has a seat.
    std::vector<SeatId> seatsBeside(const Attendee& attendee) const;
    void tellSeats(PeerId peer, const std::vector<SeatId>& seats);
    /// The whole state; to who just came in also which seats are its own, if its token does not name them.
    void tellState(PeerId peer, Attendee& attendee);
    void tellStateToAll();
    void announceBeats();
    void armBeats();
    /// What a well-formed event asks of the room; nothing if it is not about the room.
    std::vector<Command> commandsOf(const Mapped& mapped) const;
    void refuse(PeerId peer, const QString& event, const Error& error);

    const Clock& m_clock;
    CommandSink& m_sink;
    channel::Broadcaster& m_out;
    RoomState m_room;
    JoinDesk m_joinDesk;
    ClockDesk m_clockDesk;
    BeatAnnouncer m_beats;
    QTimer m_beatTimer;
    QString m_topic;
    Attendees m_attendees;
    JoinAllowance m_joins;
    /// Members to be told of their seats once the batch is through.
    std::set<PeerId> m_reassigned;
    /// What each seat's client tracks beside the server's own presence.
    std::unordered_map<SeatId, QJsonObject> m_clientData;
};

} // namespace tutti::music

#pragma once

#include "app/domain/Clock.h"
#include "app/domain/CommandSink.h"
#include "app/domain/Notice.h"
#include "app/domain/RoomState.h"
#include "server/channel/Broadcaster.h"
#include "server/channel/TopicHandler.h"
#include "server/music/BeatAnnouncer.h"
#include "server/music/ClockDesk.h"
#include "server/music/CommandMapper.h"
#include "server/music/EventAllowance.h"
#include "server/music/JoinDesk.h"

#include <QObject>
#include <QTimer>

#include <unordered_map>

namespace tutti::music {

/// The music rooms of the server: turns what members of a music topic send into commands, and what the room
/// records into broadcasts, presence, beats and clock messages. Keeps a mirror of the room by evolving the same events.
/// Thread: classroom.
class MusicExtension final : public QObject, public channel::TopicHandler {
    Q_OBJECT

public:
    MusicExtension(const Clock& clock, CommandSink& sink, channel::Broadcaster& out,
                   JoinDesk::Config config, QObject* parent = nullptr);

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

    JoinDesk& joinDesk() { return m_joinDesk; }
    ClockDesk& clockDesk() { return m_clockDesk; }
    const RoomState& mirror() const { return m_room; }

private:
    struct Attendee {
        Sender sender;
        QString presenceKey;
        bool wantsBeats = true;
        EventAllowance allowance = {};
    };

    /// Who these claims make a member, or the reason of a refused join.
    tl::expected<Sender, QString> senderFor(const channel::Claims& claims) const;
    void tell(const EventEnvelope& envelope);
    void afterwards(const Event& event);
    void showPresence(SeatId seat);
    void closeAll();
    void closeSeat(SeatId seat);
    void announceBeats();
    void armBeats();
    bool speaksFor(PeerId peer, SeatId seat) const;
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
    std::unordered_map<PeerId, Attendee> m_attendees;
    /// What each seat's client tracks beside the server's own presence.
    std::unordered_map<SeatId, QJsonObject> m_clientData;
};

} // namespace tutti::music

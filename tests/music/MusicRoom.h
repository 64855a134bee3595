#pragma once

#include "server/music/MusicExtension.h"
#include "tests/music/FakeBroadcaster.h"
#include "tests/support/FakeCommandSink.h"
#include "tests/support/ManualClock.h"

#include <QTest>

namespace tutti::test {

inline const QString kMusicTopic = QStringLiteral("realtime:music_room:LARK");

inline channel::Claims claims(const QString& role, QJsonObject more = {})
{
    more.insert(QStringLiteral("role"), role);
    return {role, 4'000'000'000, more};
}

/// What a token for these seats of the room below says.
inline channel::Claims seatClaims(const QJsonArray& seats, const QJsonArray& gens)
{
    return claims(QStringLiteral("seat"), {{QStringLiteral("lesson"), QStringLiteral("7")},
                                           {QStringLiteral("seats"), seats},
                                           {QStringLiteral("gens"), gens}});
}

/// The music extension with an open room LARK of class 1. Four seats; a tablet called "device" holds seat 2.
struct MusicRoom {
    static constexpr PeerId kPeer{7};

    MusicRoom()
    {
        RoomOpened opened;
        opened.classId = ClassId{1};
        opened.className = "My class";
        opened.code = {"LARK"};
        opened.lesson = LessonId{7};
        opened.seats = {{SeatId{1}, "fox", ""},
                        {SeatId{2}, "bear", ""},
                        {SeatId{3}, "owl", ""},
                        {SeatId{4}, "frog", ""}};
        opened.timeline = Timeline::stopped(Tempo::fromBpm(96), {4, 4}, clock.now());
        record(opened);
        record(SeatClaimed{SeatId{2}, "device", 1});
        out.log.clear();
    }

    void record(Event event) { recordAll({std::move(event)}); }
    /// What one turn recorded.
    void recordAll(std::vector<Event> events, const Origin& origin = {})
    {
        Batch batch;
        for (Event& event : events) {
            batch.push_back({++seq, clock.now(), origin, std::move(event)});
        }
        music.onRecorded(batch);
    }
    channel::Member member(const channel::Claims& who, PeerId peer = kPeer) const
    {
        const QString ref = QStringLiteral("1");
        return {peer, kMusicTopic, ref, {false, false, true, false, QStringLiteral("key")}, who};
    }
    void join(const channel::Claims& who, PeerId peer = kPeer)
    {
        QVERIFY(music.join(member(who, peer)));
        out.members.push_back(member(who, peer));
        music.joined(member(who, peer));
        sink.commands.clear();
    }
    void send(const QString& event, const QJsonObject& payload = {}, PeerId peer = kPeer)
    {
        music.received(member({}, peer), {event, payload, true, QStringLiteral("3")});
    }
    /// What was sent with this beginning, in order.
    QStringList sent(const QString& beginning) const
    {
        return out.log.filter(QRegularExpression{QLatin1Char('^') + beginning});
    }

    ManualClock clock;
    FakeCommandSink sink;
    FakeBroadcaster out;
    std::uint64_t seq = 0;
    music::MusicExtension music{clock, sink, out, {"a secret of thirty-two characters", {}}};
};

} // namespace tutti::test

#pragma once

#include "app/domain/Avatar.h"
#include "app/domain/NetworkStatus.h"
#include "ui/models/RoomMirror.h"

#include <utility>

namespace tutti::test {

/// A room as the dashboard's mirror would get it: events in, numbered and stamped.
class Classroom {
public:
    explicit Classroom(ui::RoomMirror& mirror)
        : m_mirror(mirror)
    {
    }

    void record(Event event, ServerTime at)
    {
        m_mirror.apply({EventEnvelope{++m_seq, at, Origin{}, std::move(event)}});
        m_mirror.flush();
    }

    static std::vector<SeatPlan> plans(bool named)
    {
        static const std::vector<std::string> names{
            "Amara",   "Ben",   "Chloe", "Diego", "Elif", "Finn",   "Grace", "Hana",
            "Ibrahim", "Jonah", "Kaia",  "Leo",   "Mei",  "Noor",   "Oscar", "Priya",
            "Quinn",   "Rosa",  "Sam",   "Tala",  "Uma",  "Victor", "Willa", "Zeke"};
        std::vector<SeatPlan> seats;
        for (std::int32_t n = 1; n <= 24; ++n) {
            const SeatId id{n};
            seats.push_back({id, avatarFor(id), named ? names[static_cast<std::size_t>(n - 1)] : "",
                             Role::Melody});
        }
        return seats;
    }

    void open(ServerTime at, bool named = true, const std::string& className = "Grade 3 · Room 12")
    {
        RoomOpened opened;
        opened.classId = ClassId{1};
        opened.className = className;
        opened.code = RoomCode{"LARK"};
        opened.lesson = LessonId{7};
        opened.seats = plans(named);
        opened.timeline = Timeline::stopped(Tempo{96'000}, Meter{4, 4}, at);
        record(std::move(opened), at);
    }

    void join(std::int32_t seat, ServerTime at, DeviceStatus status = {true, true, 14.0, 3.0})
    {
        record(SeatClaimed{SeatId{seat}, "tablet", 1}, at);
        record(SeatConnected{SeatId{seat}}, at);
        record(DeviceReported{SeatId{seat}, status}, at);
    }

    void start(ServerTime at) { record(LessonStarted{}, at); }

    void note(std::int32_t seat, std::int32_t midi, ServerTime at)
    {
        PlayNote note;
        note.seat = SeatId{seat};
        note.midi = midi;
        record(NotePlayed{note, at}, at);
    }

    static NetworkStatus network(bool listening)
    {
        NetworkStatus status;
        status.adapter = "wlan0";
        status.adapters = {{"wlan0", "Room12-Music", NetworkAdapter::Kind::WiFi, "192.168.1.24"},
                           {"eth0", "Ethernet", NetworkAdapter::Kind::Cable, "10.0.0.7"}};
        if (listening) {
            status.listening = true;
            status.port = 4000;
            status.address = "192.168.1.24:4000";
            status.joinUrl = "http://192.168.1.24:4000/?c=LARK";
        }
        return status;
    }

private:
    ui::RoomMirror& m_mirror;
    std::uint64_t m_seq = 0;
};

} // namespace tutti::test

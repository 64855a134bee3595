#pragma once

#include "app/domain/Clock.h"
#include "app/sel/Participation.h"
#include "ui/models/RoomMirror.h"

#include <QObject>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace tutti::ui {

/// How the lesson goes, measured while it runs: the same formulas as the report, over what the mirror has shown so far.
/// Thread: the GUI thread. Owns: nothing; mirror and clock must outlive it.
class LiveParticipation final : public QObject {
    Q_OBJECT

public:
    LiveParticipation(const RoomMirror& mirror, const Clock& clock, QObject* parent = nullptr);

    /// Active time as a part of the time the class could have played; empty while no seat has enough of it.
    std::optional<double> activeShare();
    /// Seats that are here, could have played and have not for two minutes of music, in seat order.
    std::vector<SeatId> quietSoFar();
    /// Seats that have played in this round of Beat Ring.
    int takingPart() const { return static_cast<int>(m_inRound.size()); }

private:
    /// What decides whether a seat could have played.
    struct Facts {
        bool present = false;
        bool plays = false;
        bool muted = false;
    };
    /// The whole room's.
    struct Moment {
        bool lesson = false;
        bool quiet = false;
        bool music = false;
        std::vector<Facts> seats;
    };
    struct Record {
        sel::SeatTimes times;
        std::vector<ServerTime> notes;
        /// Music this seat could have played to since its last note.
        sel::Duration idle{};
    };

    void follow();
    Moment momentAt(ServerTime now) const;
    /// Adds the time since the last look.
    void extend(ServerTime now);
    void followRound();
    void takeNotes();

    const RoomMirror& m_mirror;
    const Clock& m_clock;
    LessonId m_lesson;
    Moment m_moment;
    ServerTime m_since;
    sel::IntervalSet m_quiet;
    std::map<SeatId, Record> m_records;
    std::map<SeatId, ServerTime> m_lastNotes;
    std::set<SeatId> m_inRound;
    GameStatePtr m_game;
    int m_round = 0;
    int m_offered = 0;
};

} // namespace tutti::ui

#include "ui/stage/StageWords.h"

#include "ui/models/Pitch.h"
#include "ui/models/Words.h"
#include "ui/stage/RingScene.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tutti::ui {
namespace {

using namespace Qt::StringLiterals;

struct Stage {
    Q_DECLARE_TR_FUNCTIONS(tutti::ui::Stage)
};

/// More names than these are no sentence any more.
constexpr int kMostNames = 12;

QString listed(QStringList parts)
{
    if (parts.size() > kMostNames) {
        const auto rest = parts.size() - kMostNames;
        parts = parts.first(kMostNames);
        parts << Stage::tr("%1 more").arg(rest);
    }
    if (parts.size() < 2) {
        return parts.join(QString());
    }
    const QString last = parts.takeLast();
    return Stage::tr("%1 and %2").arg(parts.join(Stage::tr(", ")), last);
}

QString namesOf(const std::vector<SeatId>& seats, const RoomState& room)
{
    QStringList names;
    for (const SeatId id : seats) {
        if (const Seat* seat = room.seat(id)) {
            names << seatTitle(*seat);
        }
    }
    return listed(names);
}

QString ringSentence(const RingState& ring, const RoomState& room, int beat,
                     const RingOwners& owners)
{
    if (ring.isRest(beat)) {
        return Stage::tr("Beat %1, rest").arg(beat);
    }
    const auto index = static_cast<std::size_t>(beat - 1);
    const QString names = namesOf(owners.beats[index], room);
    return Stage::tr("Beat %1, %2, %3")
        .arg(beat)
        .arg(names.isEmpty() ? Stage::tr("nobody") : names, noteWord(ring.notes[index], false));
}

QString played(const Seat& seat, std::int32_t midi, bool rhythm)
{
    return Stage::tr("%1 %2").arg(seatTitle(seat), noteWord(midi, rhythm));
}

} // namespace

QString playersWord(int players)
{
    return Stage::tr("%1 play").arg(players);
}

QString everyoneListensWord()
{
    return Stage::tr("Everyone listens");
}

QString listenersWord(const JamBar& bar, const RoomState& room)
{
    return bar.listeners.empty() ? QString()
                                 : Stage::tr("Listening: %1").arg(namesOf(bar.listeners, room));
}

QString barWords(const JamBar& bar)
{
    if (!bar.number) {
        return Stage::tr("Start the beat to see when notes sound");
    }
    if (*bar.number < 1) {
        return Stage::tr("Count-in");
    }
    return *bar.number == 1
               ? Stage::tr("Bar 1 now")
               : Stage::tr("Bar %1 now · pale: bar %2").arg(*bar.number).arg(*bar.number - 1);
}

QStringList ringSentences(const RingState& ring, const RoomState& room, ServerTime now)
{
    QStringList lines;
    const RingOwners& owners = ring.ownersAt(ringPulseAt(room.timeline, now));
    for (int beat = 1; beat <= ring.beats; ++beat) {
        lines << ringSentence(ring, room, beat, owners);
    }
    return lines;
}

QStringList jamSentences(const JamBar& bar, const RoomState& room)
{
    QStringList lines;
    for (const JamLane& lane : bar.lanes) {
        QStringList notes;
        for (const JamNote& note : lane.notes) {
            const Seat* seat = room.seat(note.seat);
            if (seat && !note.pale) {
                notes << played(*seat, note.midi, lane.role == Role::Rhythm);
            }
        }
        const QString head =
            Stage::tr("%1, %2").arg(roleWord(lane.role), playersWord(lane.players));
        lines << (notes.isEmpty() ? head : Stage::tr("%1: %2").arg(head, listed(notes)));
    }
    return lines;
}

QStringList timelineSentences(const TimelineModel& model, const RoomState& room, ServerTime now)
{
    const auto bar = static_cast<std::int64_t>(std::ceil(model.placeAt(now))) - 1;
    QStringList lines;
    for (const Role role : JamBar::kLanes) {
        QStringList notes;
        for (const LiveNote& note : model.notes()) {
            const bool inBar = static_cast<std::int64_t>(std::floor(note.from)) == bar;
            const Seat* seat = room.seat(note.seat);
            if (note.role == role && inBar && !note.loose && seat) {
                notes << played(*seat, note.midi, role == Role::Rhythm);
            }
        }
        lines << Stage::tr("%1, bar %2: %3")
                     .arg(roleWord(role))
                     .arg(model.numberOf(std::max<std::int64_t>(bar, 0)))
                     .arg(notes.isEmpty() ? Stage::tr("nothing") : listed(notes));
    }
    return lines;
}

QString noteWord(std::int32_t midi, bool rhythm)
{
    const PitchLook look = pitchLook(midi, rhythm, themeFor(Scheme::Light));
    switch (look.shape) {
    case PitchShape::Drum:
        return Stage::tr("drum");
    case PitchShape::Snare:
        return Stage::tr("snare");
    case PitchShape::Shaker:
        return Stage::tr("shaker");
    case PitchShape::DrumTriangle:
        return Stage::tr("triangle");
    case PitchShape::Ring:
        return Stage::tr("high %1").arg(look.letter);
    default:
        return look.letter;
    }
}

QString gameWord(std::string_view game)
{
    if (game == kFreeJam) {
        return Stage::tr("Free Jam");
    }
    return game == kBeatRing ? Stage::tr("Beat Ring") : QString();
}

QString gameIcon(std::string_view game)
{
    return game == kBeatRing ? u"game-beat-ring"_s : u"game-free-jam"_s;
}

} // namespace tutti::ui

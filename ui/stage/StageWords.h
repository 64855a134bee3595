#pragma once

#include "ui/models/JamBar.h"
#include "ui/models/RingModel.h"

#include <QString>
#include <QStringList>

namespace tutti::ui {

/// The words of the stages, translated.

/// "7 play".
QString playersWord(int players);
QString everyoneListensWord();
/// "Listening: Sam and Mei", or nothing where nobody chose to.
QString listenersWord(const JamBar& bar, const RoomState& room);
/// "Bar 11 now · pale: bar 10".
QString barWords(const JamBar& bar);

/// Parallel lists for screen readers: one sentence a beat of the ring, a lane of the jam, a lane of the timeline's last bar.
QStringList ringSentences(const RingState& ring, const RoomState& room, ServerTime now);
QStringList jamSentences(const JamBar& bar, const RoomState& room);
QStringList timelineSentences(const TimelineModel& model, const RoomState& room, ServerTime now);
/// "E", "high C", "drum".
QString noteWord(std::int32_t midi, bool rhythm);
/// "Free Jam", "Beat Ring"; empty for none.
QString gameWord(std::string_view game);
/// Stem of the game's icon.
QString gameIcon(std::string_view game);

} // namespace tutti::ui

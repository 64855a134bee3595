#pragma once

#include "app/domain/RoomState.h"
#include "ui/models/TileState.h"

#include <QString>

namespace tutti::ui {

/// The words of the dashboard for values of the domain, translated.

QString avatarWord(const std::string& avatar);
/// The child's first name, or the animal where the class shows none.
QString seatTitle(const Seat& seat);
QString roleWord(Role role);
/// Stem of the role's drawing in resources/icons/ui.
QString roleIcon(Role role);
QString connectionWord(Connection connection);
/// Second line of a tile.
QString tileWord(TileState state, Role role);
/// "beat 3", "beats 1 and 9"; empty without any.
QString beatsWord(const std::vector<int>& beats);
/// A tile in one sentence, for screen readers.
QString tileSentence(const Seat& seat, TileState state, const std::vector<int>& beats = {});
/// "Leo", "Leo and Mei", "3 students"; empty for none.
QString seatsWord(const std::vector<Seat>& seats);
QString moodWord(Mood mood);
/// "20 seconds ago".
QString agoWord(std::chrono::nanoseconds duration);
/// How a tempo feels, in a word a child can act out.
QString tempoWord(Tempo pulses);
/// "4/4".
QString meterWord(Meter meter);
/// m:ss, or h:mm:ss from an hour on.
QString durationWord(std::chrono::nanoseconds duration);

} // namespace tutti::ui

#include "ui/models/GameNotes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace tutti::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kOctave = 12;
constexpr int kMostMidi = 127;

void collect(const QJsonValue& notes, std::map<int, std::int32_t>& found)
{
    for (const QJsonValue& note : notes.toArray()) {
        const int midi = note.toInt(-1);
        if (midi >= 0 && midi <= kMostMidi) {
            found.emplace(midi % kOctave, midi);
        }
    }
}

} // namespace

std::vector<std::int32_t> gameNotes(const GameState& state)
{
    const QJsonValue notes = QJsonDocument::fromJson(QByteArray::fromStdString(state.encode()))
                                 .object()
                                 .value("notes"_L1);
    std::map<int, std::int32_t> found;
    collect(notes, found);
    // By role where roles have notes of their own.
    for (const auto role : {"melody"_L1, "harmony"_L1, "bass"_L1}) {
        collect(notes.toObject().value(role), found);
    }
    std::vector<std::int32_t> pitches;
    pitches.reserve(found.size());
    for (const auto& [pitchClass, midi] : found) {
        pitches.push_back(midi);
    }
    return pitches;
}

} // namespace tutti::ui

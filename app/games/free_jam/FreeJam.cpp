#include "app/games/free_jam/FreeJam.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tutti::games {
namespace {

QJsonArray arrayOf(const std::vector<int>& notes)
{
    QJsonArray array;
    for (const int note : notes) {
        array.append(note);
    }
    return array;
}

/// False when the value is not a list of MIDI notes.
bool read(const QJsonValue& value, std::vector<int>& notes)
{
    if (!value.isArray()) {
        return false;
    }
    for (const QJsonValue& note : value.toArray()) {
        const int midi = note.toInt(-1);
        if (midi < 0 || midi > 127) {
            return false;
        }
        notes.push_back(midi);
    }
    return true;
}

} // namespace

std::string FreeJamState::encode() const
{
    const QJsonObject notes{{QStringLiteral("melody"), arrayOf(melody)},
                            {QStringLiteral("harmony"), arrayOf(harmony)},
                            {QStringLiteral("bass"), arrayOf(bass)},
                            {QStringLiteral("rhythm"), arrayOf(rhythm)}};
    return QJsonDocument{QJsonObject{{QStringLiteral("notes"), notes}}}
        .toJson(QJsonDocument::Compact)
        .toStdString();
}

GameStatePtr FreeJam::begin(const GameView&, std::uint64_t) const
{
    auto state = std::make_shared<FreeJamState>();
    state->melody = {60, 62, 64, 67, 69, 72};
    state->harmony = state->melody;
    state->bass = {48, 50, 52, 55, 57};
    state->rhythm = {36, 38, 70, 81};
    return state;
}

GameStatePtr FreeJam::decode(std::string_view json) const
{
    const auto text = QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()));
    const QJsonObject notes =
        QJsonDocument::fromJson(text).object().value(QLatin1String("notes")).toObject();
    auto state = std::make_shared<FreeJamState>();
    const bool good = read(notes.value(QLatin1String("melody")), state->melody) &&
                      read(notes.value(QLatin1String("harmony")), state->harmony) &&
                      read(notes.value(QLatin1String("bass")), state->bass) &&
                      read(notes.value(QLatin1String("rhythm")), state->rhythm);
    return good ? state : nullptr;
}

} // namespace tutti::games

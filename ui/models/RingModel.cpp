#include "ui/models/RingModel.h"

#include "app/domain/MusicalTime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace tutti::ui {
namespace {

using namespace Qt::StringLiterals;

/// Place of a name in its list, as the enum that has the same order; the fallback for any other name.
template <typename Enum, std::size_t N>
Enum named(const QJsonValue& value, const std::array<const char*, N>& names, Enum fallback)
{
    const QString name = value.toString();
    const auto found = std::find_if(names.begin(), names.end(), [&](const char* known) {
        return name == QLatin1String(known);
    });
    return found == names.end() ? fallback : static_cast<Enum>(found - names.begin());
}

constexpr std::array kPhases{"play", "paused", "held", "done"};
constexpr std::array kLevels{"seed", "sprout", "tree"};
constexpr std::array kTurns{"left", "right", "shuffle", "groups", "stay"};

std::vector<int> numbers(const QJsonValue& value)
{
    std::vector<int> read;
    for (const QJsonValue& entry : value.toArray()) {
        read.push_back(entry.toInt());
    }
    return read;
}

RingOwners ownersFrom(const QJsonObject& object, std::size_t beats)
{
    RingOwners owners;
    owners.fromPulse = object.value("from_beat"_L1).toInteger(1);
    for (const QJsonValue& seats : object.value("owners"_L1).toArray()) {
        std::vector<SeatId>& beat = owners.beats.emplace_back();
        for (const int seat : numbers(seats)) {
            beat.emplace_back(seat);
        }
    }
    owners.beats.resize(beats);
    return owners;
}

std::vector<std::optional<bool>> litFrom(const QJsonValue& value, std::size_t beats)
{
    std::vector<std::optional<bool>> lit;
    for (const QJsonValue& beat : value.toArray()) {
        lit.push_back(beat.isBool() ? std::optional{beat.toBool()} : std::nullopt);
    }
    lit.resize(beats);
    return lit;
}

void readOptions(const QJsonObject& json, RingState& ring)
{
    ring.each = json.value("each"_L1).toInt(1);
    ring.level = named(json.value("level"_L1), kLevels, RingLevel::Sprout);
    ring.turn = named(json.value("turn"_L1), kTurns, RingTurn::Left);
    ring.every = json.value("every"_L1).toInt();
    ring.ghost = json.value("ghost"_L1).toBool(true);
    ring.rest = numbers(json.value("rest"_L1));
}

} // namespace

bool RingState::isRest(int beat) const
{
    return std::find(rest.begin(), rest.end(), beat) != rest.end();
}

int RingState::beatOf(std::int64_t pulse) const
{
    const std::int64_t before = pulse - 1;
    return static_cast<int>(before - floorDiv(before, beats) * beats) + 1;
}

const RingOwners& RingState::ownersAt(std::optional<std::int64_t> pulse) const
{
    return pulse && next && *pulse >= next->fromPulse ? *next : now;
}

std::optional<RingState> ringFrom(const GameState& state)
{
    if (state.game() != kBeatRing) {
        return std::nullopt;
    }
    const QJsonObject json =
        QJsonDocument::fromJson(QByteArray::fromStdString(state.encode())).object();
    constexpr int kMostBeats = 32;
    RingState ring;
    ring.beats = json.value("beats"_L1).toInt();
    ring.notes = numbers(json.value("notes"_L1));
    if (ring.beats < 1 || ring.beats > kMostBeats ||
        ring.notes.size() != static_cast<std::size_t>(ring.beats)) {
        return std::nullopt;
    }
    const auto beats = static_cast<std::size_t>(ring.beats);
    readOptions(json, ring);
    ring.round = json.value("round"_L1).toInt(1);
    ring.rounds = json.value("rounds"_L1).toInt(1);
    ring.phase = named(json.value("phase"_L1), kPhases, RingPhase::Play);
    ring.now = ownersFrom(json, beats);
    if (const QJsonValue next = json.value("next"_L1); next.isObject()) {
        ring.next = ownersFrom(next.toObject(), beats);
    }
    ring.lit = litFrom(json.value("lit"_L1), beats);
    ring.bars = json.value("bars"_L1).toInt();
    ring.held = json.value("held"_L1).toInt();
    ring.run = json.value("run"_L1).toInt();
    return ring;
}

const RingState* RingModel::ring(const GameStatePtr& game)
{
    if (game != m_game) {
        m_game = game;
        m_ring = game ? ringFrom(*game) : std::nullopt;
    }
    return m_ring ? &*m_ring : nullptr;
}

} // namespace tutti::ui

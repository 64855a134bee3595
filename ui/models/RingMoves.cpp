#include "ui/models/RingMoves.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace tutti::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array kLevels{"seed", "sprout", "tree"};
constexpr std::array kTurns{"left", "right", "shuffle", "groups", "stay"};

MakeMove move(const char* name, const QJsonObject& json)
{
    return {
        GameMove{SeatId{}, name, QJsonDocument{json}.toJson(QJsonDocument::Compact).toStdString()}};
}

MakeMove set(QLatin1String option, const QJsonValue& value)
{
    return move("set", {{option, value}});
}

} // namespace

MakeMove pauseRing(bool on)
{
    return move("pause", {{u"on"_s, on}});
}

MakeMove nextRound()
{
    return move("next_round", {});
}

MakeMove assignBeat(const std::vector<SeatId>& seats, int beat)
{
    QJsonArray numbers;
    for (const SeatId seat : seats) {
        numbers.append(seat.value);
    }
    return move("assign", {{u"seats"_s, numbers}, {u"beat"_s, beat}});
}

MakeMove setBeats(int beats)
{
    return set("beats"_L1, beats);
}

MakeMove setEach(int beats)
{
    return set("each"_L1, beats);
}

MakeMove setLevel(RingLevel level)
{
    return set("level"_L1, QLatin1String(kLevels[static_cast<std::size_t>(level)]));
}

MakeMove setTurn(RingTurn turn)
{
    return set("turn"_L1, QLatin1String(kTurns[static_cast<std::size_t>(turn)]));
}

MakeMove setEvery(int passes)
{
    return set("every"_L1, passes);
}

MakeMove setGhost(bool on)
{
    return set("ghost"_L1, on);
}

MakeMove setRest(const std::vector<int>& beats)
{
    QJsonArray numbers;
    for (const int beat : beats) {
        numbers.append(beat);
    }
    return set("rest"_L1, numbers);
}

} // namespace tutti::ui

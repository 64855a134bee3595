#include "ui/models/RingFigures.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tutti::ui {
namespace {

constexpr int kLeastAnswers = 8;

} // namespace

std::optional<double> RingFigures::togetherInTime() const
{
    if (answered < kLeastAnswers) {
        return std::nullopt;
    }
    return static_cast<double>(inTime) / answered;
}

std::optional<RingFigures> ringFiguresOf(const GameStatePtr& game)
{
    if (!game || game->game() != kBeatRing) {
        return std::nullopt;
    }
    const QJsonObject json =
        QJsonDocument::fromJson(QByteArray::fromStdString(game->encode())).object();
    const auto number = [&](const char* name) { return json.value(QLatin1String(name)).toInt(); };
    return RingFigures{number("round"), number("offered"), number("answered"), number("in_time"),
                       std::chrono::microseconds{number("hit_us")}};
}

int thinnestBeat(const RingState& ring)
{
    int thinnest = 0;
    std::size_t fewest = 0;
    for (int beat = 1; beat <= ring.beats; ++beat) {
        const std::size_t count = ring.now.beats.at(static_cast<std::size_t>(beat) - 1).size();
        if (!ring.isRest(beat) && (thinnest == 0 || count < fewest)) {
            thinnest = beat;
            fewest = count;
        }
    }
    return thinnest;
}

} // namespace tutti::ui

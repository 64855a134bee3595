#include "app/games/beat_ring/RingOptions.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tutti::games {
namespace {

tl::unexpected<Error> refuse(std::string detail)
{
    return tl::unexpected{Error{ErrorCode::BadMove, std::move(detail)}};
}

/// Empty unless it is a whole number from `least` to `most`.
std::optional<int> wholeIn(const QJsonValue& value, int least, int most)
{
    const int number = value.toInt(least - 1);
    return number >= least && number <= most ? std::optional{number} : std::nullopt;
}

template <typename Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& names, const QJsonValue& value)
{
    const auto found = std::find(names.begin(), names.end(), value.toString().toStdString());
    return found == names.end() ? std::nullopt
                                : std::optional{static_cast<Enum>(found - names.begin())};
}

/// Reads the options one after the other; the first that is wrong is the one that is told.
class OptionReader {
public:
    OptionReader(Ring& ring, const QJsonObject& options)
        : m_ring(ring)
        , m_options(options)
    {
    }

    std::string read()
    {
        readBeats();
        take("each", "each is 1 or 2",
             [&](const QJsonValue& v) { return put(m_ring.each, wholeIn(v, 1, 2)); });
        take("level", "level is seed, sprout or tree", [&](const QJsonValue& v) {
            return put(m_ring.level, named<RingLevel>(kLevelNames, v));
        });
        take("turn", "turn is left, right, shuffle, groups or stay",
             [&](const QJsonValue& v) { return put(m_ring.turn, named<RingTurn>(kTurnNames, v)); });
        take("ghost", "ghost is true or false", [&](const QJsonValue& v) {
            return put(m_ring.ghost, v.isBool() ? std::optional{v.toBool()} : std::nullopt);
        });
        take("every", "every is 0 to 64 passes",
             [&](const QJsonValue& v) { return put(m_ring.every, wholeIn(v, 0, kMaxEvery)); });
        const int played = m_ring.phase == RingPhase::Done ? 1 : m_ring.round;
        take("rounds", "rounds is 1 to 20, and no less than the round that runs",
             [&](const QJsonValue& v) {
                 return put(m_ring.rounds, wholeIn(v, played, kMaxRounds));
             });
        take("rest", "rest is a list of beats of the ring",
             [&](const QJsonValue& v) { return put(m_ring.rest, beatsFrom(v)); });
        return m_known ? m_problem : "nothing to set";
    }

private:
    template <typename Take>
    void take(const char* name, const char* rule, Take put)
    {
        const QJsonValue value = m_options.value(QLatin1String(name));
        if (value.isUndefined()) {
            return;
        }
        m_known = true;
        if (!put(value) && m_problem.empty()) {
            m_problem = rule;
        }
    }
    template <typename T>
    static bool put(T& option, const std::optional<T>& value)
    {
        option = value.value_or(option);
        return value.has_value();
    }
    void readBeats()
    {
        take("beats", "beats is 4, 8 or 16", [&](const QJsonValue& v) {
            const int beats = v.toInt();
            m_ring.beats = beats == 4 || beats == 8 || beats == 16 ? beats : m_ring.beats;
            std::erase_if(m_ring.rest, [&](int beat) { return beat > m_ring.beats; });
            return beats == m_ring.beats;
        });
    }
    std::optional<std::vector<int>> beatsFrom(const QJsonValue& value) const
    {
        std::vector<int> beats;
        const QJsonArray array = value.toArray();
        for (const QJsonValue& entry : array) {
            beats.push_back(entry.toInt());
        }
        std::sort(beats.begin(), beats.end());
        beats.erase(std::unique(beats.begin(), beats.end()), beats.end());
        const bool fits = value.isArray() &&
                          (beats.empty() || (beats.front() >= 1 && beats.back() <= m_ring.beats));
        return fits ? std::optional{std::move(beats)} : std::nullopt;
    }

    Ring& m_ring;
    const QJsonObject& m_options;
    bool m_known = false;
    std::string m_problem;
};

} // namespace

Result<Ring> withOptions(Ring ring, std::string_view json)
{
    const auto text = QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()));
    const QJsonObject options = QJsonDocument::fromJson(text).object();
    const std::string problem = OptionReader{ring, options}.read();
    if (!problem.empty()) {
        return refuse(problem);
    }
    return ring;
}

} // namespace tutti::games

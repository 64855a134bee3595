#include "app/games/beat_ring/RingCodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tutti::games {
namespace {

constexpr std::int64_t kWhole = std::int64_t{1} << 53;

QString key(std::string_view name)
{
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

template <std::size_t N, typename Enum>
QString nameIn(const std::array<std::string_view, N>& names, Enum value)
{
    return key(names[static_cast<std::size_t>(value)]);
}

/// The first one where there is no such name; the comparison at the end of decodeRing() finds that out.
template <typename Enum, std::size_t N>
Enum named(const std::array<std::string_view, N>& names, const QJsonValue& value)
{
    const std::string text = value.toString().toStdString();
    const auto found = std::find(names.begin(), names.end(), text);
    return found == names.end() ? Enum{} : static_cast<Enum>(found - names.begin());
}

QJsonArray arrayOf(const std::vector<int>& numbers)
{
    QJsonArray array;
    for (const int number : numbers) {
        array.append(number);
    }
    return array;
}

QJsonArray arrayOf(const std::vector<SeatId>& seats)
{
    QJsonArray array;
    for (const SeatId seat : seats) {
        array.append(seat.value);
    }
    return array;
}

QJsonArray arrayOf(const BeatOwners& owners)
{
    QJsonArray array;
    for (const auto& seats : owners) {
        array.append(arrayOf(seats));
    }
    return array;
}

std::vector<int> numbersFrom(const QJsonValue& value)
{
    std::vector<int> numbers;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& number : array) {
        numbers.push_back(number.toInt());
    }
    return numbers;
}

std::vector<SeatId> seatsFrom(const QJsonValue& value)
{
    std::vector<SeatId> seats;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& seat : array) {
        seats.emplace_back(seat.toInt());
    }
    return seats;
}

BeatOwners ownersFrom(const QJsonValue& value)
{
    BeatOwners owners;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& seats : array) {
        owners.push_back(seatsFrom(seats));
    }
    return owners;
}

QJsonValue valueOf(const std::optional<RingShift>& shift)
{
    if (!shift) {
        return QJsonValue::Null;
    }
    return QJsonObject{{key("from_beat"), qint64{shift->fromBeat}},
                       {key("owners"), arrayOf(shift->owners)}};
}

QJsonArray coverOf(const Ring& ring)
{
    QJsonArray array;
    for (const RingCover& cover : ring.cover) {
        array.append(QJsonObject{{key("beat"), cover.beat}, {key("seat"), cover.seat.value}});
    }
    return array;
}

QJsonArray litOf(const Ring& ring)
{
    QJsonArray array;
    for (const auto& lit : ring.lit) {
        array.append(lit ? QJsonValue{*lit} : QJsonValue{QJsonValue::Null});
    }
    return array;
}

/// How the game is set up.
QJsonObject optionsOf(const Ring& ring)
{
    return {{key("beats"), ring.beats},
            {key("each"), ring.each},
            {key("level"), nameIn(kLevelNames, ring.level)},
            {key("hit_us"), qint64{ring.hit().count()}},
            {key("close_us"), qint64{ring.close().count()}},
            {key("notes"), arrayOf(ring.notes())},
            {key("rest"), arrayOf(ring.rest)},
            {key("ghost"), ring.ghost},
            {key("turn"), nameIn(kTurnNames, ring.turn)},
            {key("every"), ring.every},
            {key("rounds"), ring.rounds}};
}

QJsonObject objectOf(const Ring& ring)
{
    QJsonObject object = optionsOf(ring);
    object.insert(key("round"), ring.round);
    object.insert(key("phase"), nameIn(kPhaseNames, ring.phase));
    object.insert(key("from_beat"), qint64{ring.now.fromBeat});
    object.insert(key("owners"), arrayOf(ring.now.owners));
    object.insert(key("next"), valueOf(ring.next));
    object.insert(key("watching"), arrayOf(ring.watching));
    object.insert(key("cover"), coverOf(ring));
    object.insert(key("lit"), litOf(ring));
    object.insert(key("bars"), ring.bars);
    object.insert(key("held"), ring.held);
    object.insert(key("run"), ring.run);
    object.insert(key("best"), ring.best);
    object.insert(key("offered"), ring.offered);
    object.insert(key("answered"), ring.answered);
    object.insert(key("in_time"), ring.inTime);
    object.insert(key("seed"), qint64{ring.seed});
    object.insert(key("start_us"), qint64{ring.startMicros});
    object.insert(key("closed"), qint64{ring.closed});
    object.insert(key("broken"), qint64{ring.broken});
    return object;
}

/// Takes what is there; whether that was everything shows when it is written again.
class RingReader {
public:
    explicit RingReader(const QJsonObject& object)
        : m_object(object)
    {
    }

    Ring read() const
    {
        Ring ring;
        readOptions(ring);
        readRound(ring);
        ring.now = {large("from_beat"), ownersFrom(at("owners"))};
        if (at("next").isObject()) {
            const QJsonObject next = at("next").toObject();
            ring.next = RingShift{next.value(key("from_beat")).toInteger(),
                                  ownersFrom(next.value(key("owners")))};
        }
        ring.watching = seatsFrom(at("watching"));
        readLists(ring);
        ring.seed = large("seed");
        ring.startMicros = large("start_us");
        ring.closed = large("closed");
        ring.broken = large("broken");
        return ring;
    }

private:
    QJsonValue at(std::string_view name) const { return m_object.value(key(name)); }
    int number(std::string_view name) const { return at(name).toInt(-1); }
    std::int64_t large(std::string_view name) const { return at(name).toInteger(-1); }

    void readOptions(Ring& ring) const
    {
        ring.beats = number("beats");
        ring.each = number("each");
        ring.level = named<RingLevel>(kLevelNames, at("level"));
        ring.rest = numbersFrom(at("rest"));
        ring.ghost = at("ghost").toBool();
        ring.turn = named<RingTurn>(kTurnNames, at("turn"));
        ring.every = number("every");
        ring.rounds = number("rounds");
    }
    void readRound(Ring& ring) const
    {
        ring.round = number("round");
        ring.phase = named<RingPhase>(kPhaseNames, at("phase"));
        ring.bars = number("bars");
        ring.held = number("held");
        ring.run = number("run");
        ring.best = number("best");
        ring.offered = number("offered");
        ring.answered = number("answered");
        ring.inTime = number("in_time");
    }
    void readLists(Ring& ring) const
    {
        const QJsonArray covers = at("cover").toArray();
        for (const QJsonValue& cover : covers) {
            ring.cover.push_back({cover[key("beat")].toInt(), SeatId{cover[key("seat")].toInt()}});
        }
        const QJsonArray lits = at("lit").toArray();
        for (const QJsonValue& lit : lits) {
            ring.lit.push_back(lit.isNull() ? std::nullopt : std::optional{lit.toBool()});
        }
    }

    const QJsonObject& m_object;
};

bool areSeats(const std::vector<SeatId>& seats)
{
    return std::all_of(seats.begin(), seats.end(),
                       [](SeatId seat) { return seat.value >= 1 && seat.value <= kMaxSeats; });
}

bool isShift(const RingShift& shift, int beats)
{
    return shift.fromBeat >= 1 && shift.fromBeat < kWhole && (shift.fromBeat - 1) % beats == 0 &&
           shift.owners.size() == static_cast<std::size_t>(beats) &&
           std::all_of(shift.owners.begin(), shift.owners.end(), areSeats);
}

bool hasSoundNumbers(const Ring& ring)
{
    const std::array counts{ring.bars,    ring.held,     ring.run,   ring.best,
                            ring.offered, ring.answered, ring.inTime};
    const std::array large{ring.seed, ring.startMicros, ring.closed, ring.broken};
    return std::all_of(counts.begin(), counts.end(), [](int n) { return n >= 0; }) &&
           std::all_of(large.begin(), large.end(),
                       [](std::int64_t n) { return n >= 0 && n < kWhole; }) &&
           ring.rounds >= 1 && ring.rounds <= kMaxRounds && ring.round >= 1 &&
           ring.round <= kMaxRounds && ring.every >= 0 && ring.every <= kMaxEvery;
}

/// Whether the rules can go on from here.
bool isSound(const Ring& ring)
{
    const auto isBeat = [&](int beat) { return beat >= 1 && beat <= ring.beats; };
    return (ring.beats == 4 || ring.beats == 8 || ring.beats == 16) &&
           (ring.each == 1 || ring.each == 2) && isShift(ring.now, ring.beats) &&
           (!ring.next || isShift(*ring.next, ring.beats)) && areSeats(ring.watching) &&
           ring.lit.size() == static_cast<std::size_t>(ring.beats) &&
           std::all_of(ring.rest.begin(), ring.rest.end(), isBeat) &&
           std::all_of(ring.cover.begin(), ring.cover.end(),
                       [&](const RingCover& c) { return isBeat(c.beat) && areSeats({c.seat}); }) &&
           hasSoundNumbers(ring);
}

} // namespace

std::string encodeRing(const Ring& ring)
{
    return QJsonDocument{objectOf(ring)}.toJson(QJsonDocument::Compact).toStdString();
}

std::optional<Ring> decodeRing(std::string_view json)
{
    const auto text = QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()));
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    Ring ring = RingReader{object}.read();
    const bool same = isSound(ring) && objectOf(ring) == object;
    return same ? std::optional{std::move(ring)} : std::nullopt;
}

} // namespace tutti::games

#include "server/music/Wire.h"

#include <QJsonDocument>

#include <algorithm>
#include <iterator>

namespace tutti::music {

using namespace Qt::StringLiterals;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString topicOf(const RoomCode& code)
{
    return kTopicPrefix + text(code.letters);
}

QString seatName(SeatId seat)
{
    return u"seat-%1"_s.arg(seat.value);
}

double bpmOf(Tempo tempo)
{
    return tempo.bpm();
}

QJsonObject timelineJson(const Timeline& timeline, const std::string& clockId, ServerTime now)
{
    QJsonArray segments;
    for (const TempoSegment& s : timeline.segments) {
        segments.append(QJsonObject{{u"at"_s, qint64{toMicros(s.at)}},
                                    {u"tick"_s, qint64{s.tick.value}},
                                    {u"milli_bpm"_s, s.tempo.milliBpm}});
    }
    QJsonArray meters;
    for (const MeterChange& m : timeline.meters) {
        meters.append(QJsonObject{{u"bar"_s, qint64{m.bar}},
                                  {u"tick"_s, qint64{m.tick.value}},
                                  {u"num"_s, m.meter.num},
                                  {u"den"_s, m.meter.den}});
    }
    const Transport& t = timeline.transport;
    return {{u"rev"_s, qint64(timeline.rev)},
            {u"clock_id"_s, text(clockId)},
            {u"now"_s, qint64{toMicros(now)}},
            {u"segments"_s, segments},
            {u"meters"_s, meters},
            {u"transport"_s, QJsonObject{{u"playing"_s, t.playing},
                                         {u"tick"_s, qint64{t.tick.value}},
                                         {u"at"_s, qint64{toMicros(t.at)}}}}};
}

QJsonArray seatNumbers(const std::vector<SeatId>& seats)
{
    QJsonArray numbers;
    for (const SeatId seat : seats) {
        numbers.append(seat.value);
    }
    return numbers;
}

QJsonArray beatsJson(const RoomState& state, SeatId seat)
{
    QJsonArray beats;
    for (const int beat : state.game ? state.game->beatsOf(seat) : std::vector<int>{}) {
        beats.append(beat);
    }
    return beats;
}

QJsonValue roleJson(const std::optional<Role>& role)
{
    return role ? QJsonValue{text(nameOf(*role))} : QJsonValue{QJsonValue::Null};
}

QJsonObject presenceJson(const RoomState& state, const Seat& seat, const QJsonObject& client)
{
    const QJsonArray beats = beatsJson(state, seat.id);
    QJsonObject meta{{u"seat"_s, seat.id.value},
                     {u"avatar"_s, text(seat.avatar)},
                     {u"role"_s, text(nameOf(seat.role))},
                     {u"beat"_s, beats.isEmpty() ? QJsonValue{QJsonValue::Null} : beats.first()},
                     {u"beats"_s, beats},
                     {u"muted"_s, seat.muted},
                     {u"away"_s, seat.presence == Presence::Away}};
    if (!client.isEmpty()) {
        meta.insert(u"client"_s, client);
    }
    return meta;
}

QJsonValue nameJson(const RoomState& state, const Seat& seat)
{
    return state.namesOnTablets && !seat.name.empty() ? QJsonValue{text(seat.name)}
                                                      : QJsonValue{QJsonValue::Null};
}

QJsonObject gameJson(const GameState& game)
{
    const QJsonObject state =
        QJsonDocument::fromJson(QByteArray::fromStdString(game.encode())).object();
    return {{u"id"_s, text(game.game())}, {u"state"_s, state}};
}

QJsonObject errorJson(const Error& error)
{
    QString message = text(messageFor(error.code));
    if (!error.detail.empty()) {
        message += u" ("_s + text(error.detail) + u')';
    }
    return {{u"code"_s, text(codeName(error.code))},
            {u"message"_s, message},
            {u"hint"_s, text(hintFor(error.code))}};
}

namespace {

QJsonObject own(const RoomState& state, const Seat& seat)
{
    return {{u"seat"_s, seat.id.value},
            {u"avatar"_s, text(seat.avatar)},
            {u"name"_s, nameJson(state, seat)},
            {u"role"_s, text(nameOf(seat.role))},
            {u"muted"_s, seat.muted},
            {u"hand"_s, seat.handUp},
            {u"beats"_s, beatsJson(state, seat.id)}};
}

/// The question that is open, with those of these seats that have answered it. Nobody learns of other answers.
QJsonValue promptJson(const MoodRound& mood, const std::vector<SeatId>& seats)
{
    if (!mood.open) {
        return QJsonValue::Null;
    }
    std::vector<SeatId> answered;
    std::copy_if(seats.begin(), seats.end(), std::back_inserter(answered),
                 [&](SeatId seat) { return mood.hasAnswered(seat); });
    return QJsonObject{
        {u"kind"_s, u"mood"_s}, {u"id"_s, mood.id}, {u"answered"_s, seatNumbers(answered)}};
}

QJsonObject quietJson(const QuietState& quiet, ServerTime now)
{
    const auto& release = quiet.releaseAt;
    return {{u"on"_s, quiet.holdsAt(now)},
            {u"release_at"_s,
             release ? QJsonValue{qint64{toMicros(*release)}} : QJsonValue{QJsonValue::Null}}};
}

} // namespace

QJsonArray seatListJson(const RoomState& state)
{
    QJsonArray list;
    for (const Seat& seat : state.seats) {
        list.append(QJsonObject{{u"seat"_s, seat.id.value},
                                {u"avatar"_s, text(seat.avatar)},
                                {u"name"_s, nameJson(state, seat)},
                                {u"role"_s, text(nameOf(seat.role))},
                                {u"muted"_s, seat.muted},
                                {u"here"_s, seat.connections > 0},
                                {u"guest"_s, seat.guest},
                                {u"beats"_s, beatsJson(state, seat.id)}});
    }
    return list;
}

QJsonObject roomStateJson(const RoomState& state, const std::vector<SeatId>& seats,
                          const std::string& clockId, ServerTime now)
{
    QJsonArray you;
    for (const SeatId id : seats) {
        if (const Seat* seat = state.seat(id)) {
            you.append(own(state, *seat));
        }
    }
    return {
        {u"rev"_s, qint64(state.seq)},
        {u"phase"_s, state.phase == RoomPhase::Lesson ? u"lesson"_s : u"lobby"_s},
        {u"room"_s, text(state.doorCode.letters)},
        {u"class"_s, text(state.className)},
        {u"clock_id"_s, text(clockId)},
        {u"now"_s, qint64{toMicros(now)}},
        {u"you"_s, QJsonObject{{u"seats"_s, you}}},
        {u"seats"_s, seatListJson(state)},
        {u"timeline"_s, timelineJson(state.timeline, clockId, now)},
        {u"quiet"_s, quietJson(state.quiet, now)},
        {u"solo"_s, roleJson(state.solo)},
        {u"prompt"_s, promptJson(state.mood, seats)},
        {u"game"_s, state.game ? QJsonValue{gameJson(*state.game)} : QJsonValue{QJsonValue::Null}}};
}

} // namespace tutti::music

#include "server/music/TeacherCommands.h"

#include "server/music/PayloadFields.h"
#include "server/protocol/Json.h"

#include <QHash>
#include <QJsonArray>

namespace tutti::music {
namespace {

using namespace Qt::StringLiterals;

/// All that belongs to one move, as JSON text.
constexpr qsizetype kMaxMove = 1024;

template <typename C>
Result<Command> commandOf(C command)
{
    return Command{std::move(command)};
}

template <typename C>
Result<Command> plain(const QJsonObject&, std::uint64_t)
{
    return Command{C{}};
}

Result<Command> setTempo(const QJsonObject& payload, std::uint64_t)
{
    const QJsonValue bpm = payload.value("bpm"_L1);
    if (!bpm.isDouble()) {
        return badPayload("bpm must be a number");
    }
    if (!(bpm.toDouble() >= kMinTempo.bpm() && bpm.toDouble() <= kMaxTempo.bpm())) {
        return tl::unexpected{Error{ErrorCode::BadTempo}};
    }
    return commandOf(ChangeTempo{Tempo::fromBpm(bpm.toDouble())});
}

template <bool muted>
Result<Command> mute(const QJsonObject& payload, std::uint64_t)
{
    if (payload.value("all"_L1).toBool()) {
        return commandOf(MuteAll{muted});
    }
    return seatsIn(payload).map([](std::vector<SeatId> seats) {
        return Command{MuteSeats{std::move(seats), muted}};
    });
}

Result<Command> muteRole(const QJsonObject& payload, std::uint64_t)
{
    return roleIn(payload).and_then([&](Role role) {
        return boolIn(payload, "muted"_L1).map([role](bool muted) {
            return Command{MuteRole{role, muted}};
        });
    });
}

Result<Command> soloRole(const QJsonObject& payload, std::uint64_t)
{
    if (payload.value("role"_L1).isNull()) {
        return commandOf(SoloRole{});
    }
    return roleIn(payload).map([](Role role) { return Command{SoloRole{role}}; });
}

Result<Command> assignRole(const QJsonObject& payload, std::uint64_t)
{
    return roleIn(payload).and_then([&](Role role) {
        return seatsIn(payload).map([role](std::vector<SeatId> seats) {
            return Command{AssignRole{std::move(seats), role}};
        });
    });
}

Result<Command> dealRoles(const QJsonObject& payload, std::uint64_t random)
{
    const QString how = payload.value("how"_L1).toString();
    if (how != "shuffle"_L1 && how != "groups"_L1) {
        return badPayload("how must be shuffle or groups");
    }
    return commandOf(DealRoles{how == "shuffle"_L1 ? Deal::Shuffle : Deal::Groups, random});
}

Result<Command> lockRoom(const QJsonObject& payload, std::uint64_t)
{
    return boolIn(payload, "locked"_L1).map([](bool locked) { return Command{LockRoom{locked}}; });
}

Result<Command> startGame(const QJsonObject& payload, std::uint64_t random)
{
    return nameIn(payload, "game"_L1).map([random](std::string game) {
        return Command{StartGame{std::move(game), random}};
    });
}

Command moveOf(SeatId seat, std::string name, const QJsonObject& rest)
{
    return MakeMove{{seat, std::move(name), protocol::jsonText(QJsonValue{rest}).toStdString()}};
}

Result<Command> nextRound(const QJsonObject&, std::uint64_t)
{
    return moveOf({}, "next_round", {});
}

Result<Command> assignBeat(const QJsonObject& payload, std::uint64_t)
{
    const auto beat = wholeIn(payload, "beat"_L1);
    if (!beat) {
        return badPayload("beat must be a whole number");
    }
    return seatsIn(payload).map([beat](const std::vector<SeatId>& seats) {
        QJsonArray numbers;
        for (const SeatId seat : seats) {
            numbers.append(seat.value);
        }
        return moveOf({}, "assign", {{u"seats"_s, numbers}, {u"beat"_s, qint64{*beat}}});
    });
}

using Map = Result<Command> (*)(const QJsonObject&, std::uint64_t);

const QHash<QString, Map>& maps()
{
    static const QHash<QString, Map> table{
        {u"set_tempo"_s, setTempo},
        {u"start"_s, plain<StartTransport>},
        {u"stop"_s, plain<StopTransport>},
        {u"mute"_s, mute<true>},
        {u"unmute"_s, mute<false>},
        {u"mute_role"_s, muteRole},
        {u"solo"_s, soloRole},
        {u"assign_role"_s, assignRole},
        {u"deal_roles"_s, dealRoles},
        {u"quiet"_s, plain<BeQuiet>},
        {u"resume"_s, plain<ReleaseQuiet>},
        {u"lock"_s, lockRoom},
        {u"start_game"_s, startGame},
        {u"next_round"_s, nextRound},
        {u"assign_beat"_s, assignBeat},
        {u"ask_mood"_s, plain<AskMood>},
        {u"end_mood"_s, plain<EndMood>},
        {u"end_lesson"_s, plain<EndLesson>},
    };
    return table;
}

} // namespace

bool isTeacherEvent(const QString& event)
{
    return maps().contains(event);
}

std::optional<Result<Command>> teacherCommand(const QString& event, const QJsonObject& payload,
                                              std::uint64_t random)
{
    const auto map = maps().constFind(event);
    return map == maps().cend() ? std::nullopt : std::optional{(*map)(payload, random)};
}

Result<Command> gameMove(const QJsonObject& payload, SeatId seat)
{
    auto name = nameIn(payload, "move"_L1);
    if (!name) {
        return tl::unexpected{name.error()};
    }
    QJsonObject rest = payload;
    rest.remove("move"_L1);
    if (seat.isValid()) {
        rest.remove("seat"_L1);
    }
    if (protocol::jsonText(QJsonValue{rest}).size() > kMaxMove) {
        return tl::unexpected{Error{ErrorCode::TooLarge, "at most 1024 bytes for a move"}};
    }
    return moveOf(seat, std::move(*name), rest);
}

} // namespace tutti::music

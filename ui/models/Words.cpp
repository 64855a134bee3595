#include "ui/models/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tutti::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tutti::ui::Words)
};

struct AnimalRow {
    std::string_view name;
    const char* word;
};

constexpr std::array kAnimals{
    AnimalRow{"fox", QT_TRANSLATE_NOOP("tutti::ui::Words", "Fox")},
    AnimalRow{"bear", QT_TRANSLATE_NOOP("tutti::ui::Words", "Bear")},
    AnimalRow{"owl", QT_TRANSLATE_NOOP("tutti::ui::Words", "Owl")},
    AnimalRow{"frog", QT_TRANSLATE_NOOP("tutti::ui::Words", "Frog")},
    AnimalRow{"rabbit", QT_TRANSLATE_NOOP("tutti::ui::Words", "Rabbit")},
    AnimalRow{"lion", QT_TRANSLATE_NOOP("tutti::ui::Words", "Lion")},
    AnimalRow{"whale", QT_TRANSLATE_NOOP("tutti::ui::Words", "Whale")},
    AnimalRow{"panda", QT_TRANSLATE_NOOP("tutti::ui::Words", "Panda")},
    AnimalRow{"bee", QT_TRANSLATE_NOOP("tutti::ui::Words", "Bee")},
    AnimalRow{"cat", QT_TRANSLATE_NOOP("tutti::ui::Words", "Cat")},
    AnimalRow{"turtle", QT_TRANSLATE_NOOP("tutti::ui::Words", "Turtle")},
    AnimalRow{"octopus", QT_TRANSLATE_NOOP("tutti::ui::Words", "Octopus")},
    AnimalRow{"penguin", QT_TRANSLATE_NOOP("tutti::ui::Words", "Penguin")},
    AnimalRow{"chick", QT_TRANSLATE_NOOP("tutti::ui::Words", "Chick")},
    AnimalRow{"koala", QT_TRANSLATE_NOOP("tutti::ui::Words", "Koala")},
    AnimalRow{"dino", QT_TRANSLATE_NOOP("tutti::ui::Words", "Dino")},
    AnimalRow{"mouse", QT_TRANSLATE_NOOP("tutti::ui::Words", "Mouse")},
    AnimalRow{"snail", QT_TRANSLATE_NOOP("tutti::ui::Words", "Snail")},
    AnimalRow{"tiger", QT_TRANSLATE_NOOP("tutti::ui::Words", "Tiger")},
    AnimalRow{"ladybug", QT_TRANSLATE_NOOP("tutti::ui::Words", "Ladybug")},
    AnimalRow{"elephant", QT_TRANSLATE_NOOP("tutti::ui::Words", "Elephant")},
    AnimalRow{"fish", QT_TRANSLATE_NOOP("tutti::ui::Words", "Fish")},
    AnimalRow{"hedgehog", QT_TRANSLATE_NOOP("tutti::ui::Words", "Hedgehog")},
    AnimalRow{"pig", QT_TRANSLATE_NOOP("tutti::ui::Words", "Pig")},
};

constexpr std::string_view kHat = "hat-";

QString presenceWord(const Seat& seat, TileState state)
{
    switch (state) {
    case TileState::NeedsHelp:
        return Words::tr("needs help");
    case TileState::Listening:
        return Words::tr("listening");
    default:
        break;
    }
    switch (seat.presence) {
    case Presence::Empty:
        return Words::tr("not here");
    case Presence::Here:
        return Words::tr("here");
    case Presence::Away:
        return Words::tr("away");
    case Presence::Rejoining:
        return Words::tr("rejoining");
    }
    return {};
}

} // namespace

QString avatarWord(const std::string& avatar)
{
    std::string_view animal = avatar;
    const bool hat = animal.starts_with(kHat);
    if (hat) {
        animal.remove_prefix(kHat.size());
    }
    const auto row = std::find_if(kAnimals.begin(), kAnimals.end(),
                                  [&](const AnimalRow& r) { return r.name == animal; });
    const QString word =
        row == kAnimals.end() ? QString::fromStdString(avatar) : Words::tr(row->word);
    return hat ? Words::tr("%1 with a hat").arg(word) : word;
}

QString seatTitle(const Seat& seat)
{
    return seat.name.empty() ? avatarWord(seat.avatar) : QString::fromStdString(seat.name);
}

QString roleWord(Role role)
{
    switch (role) {
    case Role::Conductor:
        return Words::tr("Conductor");
    case Role::Melody:
        return Words::tr("Melody");
    case Role::Harmony:
        return Words::tr("Harmony");
    case Role::Bass:
        return Words::tr("Bass");
    case Role::Rhythm:
        return Words::tr("Rhythm");
    case Role::Listener:
        return Words::tr("Listener");
    }
    return {};
}

QString roleIcon(Role role)
{
    const std::string_view name = nameOf(role);
    return QLatin1String("role-") +
           QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

QString connectionWord(Connection connection)
{
    switch (connection) {
    case Connection::None:
        return Words::tr("no connection");
    case Connection::Weak:
        return Words::tr("weak connection");
    case Connection::Fair:
        return Words::tr("fair connection");
    case Connection::Good:
        return Words::tr("good connection");
    }
    return {};
}

QString tileWord(TileState state, Role role)
{
    switch (state) {
    case TileState::Empty:
        return Words::tr("Not here");
    case TileState::NeedsHelp:
        return Words::tr("Needs help");
    case TileState::Rejoining:
        return Words::tr("Rejoining…");
    case TileState::Away:
        return Words::tr("Away");
    case TileState::WeakWifi:
        return Words::tr("Weak Wi-Fi");
    case TileState::Muted:
        return Words::tr("Muted");
    case TileState::Listening:
        return Words::tr("Listening");
    case TileState::Playing:
    case TileState::Here:
        break;
    }
    return roleWord(role);
}

QString beatsWord(const std::vector<int>& beats)
{
    if (beats.size() == 1) {
        return Words::tr("beat %1").arg(beats.front());
    }
    return beats.empty() ? QString()
                         : Words::tr("beats %1 and %2").arg(beats.front()).arg(beats.back());
}

QString tileSentence(const Seat& seat, TileState state, const std::vector<int>& beats)
{
    QStringList parts{seatTitle(seat), roleWord(seat.role)};
    if (!beats.empty()) {
        parts += beatsWord(beats);
    }
    const QString muted = seat.muted ? Words::tr("muted") : Words::tr("not muted");
    parts += {presenceWord(seat, state), connectionWord(seat.connection), muted};
    return parts.join(QLatin1String(", "));
}

QString seatsWord(const std::vector<Seat>& seats)
{
    switch (seats.size()) {
    case 0:
        return {};
    case 1:
        return seatTitle(seats.front());
    case 2:
        return Words::tr("%1 and %2").arg(seatTitle(seats.front()), seatTitle(seats.back()));
    default:
        return Words::tr("%1 students").arg(seats.size());
    }
}

QString moodWord(Mood mood)
{
    switch (mood) {
    case Mood::Excited:
        return Words::tr("Excited");
    case Mood::Happy:
        return Words::tr("Happy");
    case Mood::Calm:
        return Words::tr("Calm");
    case Mood::Worried:
        return Words::tr("Worried");
    case Mood::Sad:
        return Words::tr("Sad");
    case Mood::Mad:
        return Words::tr("Mad");
    }
    return {};
}

QString agoWord(std::chrono::nanoseconds duration)
{
    const auto seconds =
        std::max<std::int64_t>(0, std::chrono::floor<std::chrono::seconds>(duration).count());
    const std::int64_t minutes = seconds / 60;
    if (minutes > 0) {
        return minutes == 1 ? Words::tr("1 minute ago") : Words::tr("%1 minutes ago").arg(minutes);
    }
    if (seconds < 5) {
        return Words::tr("Just now");
    }
    // Five seconds a step, so that the words stand still long enough to be read.
    return Words::tr("%1 seconds ago").arg(seconds - seconds % 5);
}

QString tempoWord(Tempo pulses)
{
    const double bpm = pulses.bpm();
    if (bpm < 60.0) {
        return Words::tr("Slow");
    }
    if (bpm < 84.0) {
        return Words::tr("Calm");
    }
    if (bpm < 112.0) {
        return Words::tr("Walking");
    }
    if (bpm < 138.0) {
        return Words::tr("Lively");
    }
    return bpm < 176.0 ? Words::tr("Fast") : Words::tr("Very fast");
}

QString meterWord(Meter meter)
{
    return QStringLiteral("%1/%2").arg(meter.num).arg(meter.den);
}

QString durationWord(std::chrono::nanoseconds duration)
{
    const auto seconds =
        std::max<std::int64_t>(0, std::chrono::floor<std::chrono::seconds>(duration).count());
    const QString tail = QStringLiteral("%1").arg(seconds % 60, 2, 10, QLatin1Char('0'));
    if (seconds < 3600) {
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(tail);
    }
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(tail);
}

} // namespace tutti::ui

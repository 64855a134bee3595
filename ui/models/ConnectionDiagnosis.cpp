#include "ui/models/ConnectionDiagnosis.h"

#include "ui/models/NetworkChecks.h"

#include <QCoreApplication>

#include <algorithm>

namespace tutti::ui {
namespace {

/// Slower than this is felt.
constexpr int kSlowMs = 120;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(tutti::ui::ConnectionDiagnosis)
};

const NetworkAdapter* adapterOf(const NetworkStatus& status)
{
    const auto found =
        std::find_if(status.adapters.begin(), status.adapters.end(),
                     [&](const NetworkAdapter& adapter) { return adapter.name == status.adapter; });
    return found == status.adapters.end() ? nullptr : &*found;
}

WayOut askIt()
{
    return {QStringLiteral("document"),
            Say::tr("Ask IT with our one-page note"),
            Say::tr("Says what to allow: TCP to this laptop on one port. No internet needed."),
            {}};
}

WayOut ownRouter()
{
    return {QStringLiteral("router"),
            Say::tr("Your own small router"),
            Say::tr("Laptop by cable, tablets on its Wi-Fi. Works anywhere, no internet."),
            {Say::tr("Plug the laptop into a LAN socket of the router with a cable."),
             Say::tr("Let the tablets join the router's Wi-Fi."),
             Say::tr("In the lobby, choose the cable as network. The QR code follows.")}};
}

WayOut laptopHotspot()
{
    return {QStringLiteral("laptop"),
            Say::tr("Laptop hotspot"),
            Say::tr("Often only 8 tablets. Shared in pairs: 16 students."),
            {Say::tr("Switch on the mobile hotspot in the laptop's network settings."),
             Say::tr("Let the tablets join the name it shows."),
             Say::tr("In the lobby, choose the hotspot as network. The QR code follows.")}};
}

WayOut phoneHotspot()
{
    return {QStringLiteral("tablet"),
            Say::tr("Phone hotspot"),
            Say::tr("5 to 10 tablets."),
            {Say::tr("Switch on the hotspot of a phone."),
             Say::tr("Let the laptop and the tablets join it."),
             Say::tr("In the lobby, choose that Wi-Fi as network. The QR code follows.")}};
}

WayOut chooseNetwork()
{
    return {QStringLiteral("laptop"),
            Say::tr("Choose another network"),
            Say::tr("The laptop is on more than one; tablets can reach only some of them."),
            {Say::tr("Close this helper."),
             Say::tr("In the network check of the lobby, choose the Wi-Fi the tablets use."),
             Say::tr("Switch off a VPN if there is one.")}};
}

WayOut sameWifi()
{
    return {QStringLiteral("tablet"),
            Say::tr("Bring the tablet to the same network"),
            Say::tr("Tablet and laptop must show the same Wi-Fi name."),
            {Say::tr("Open the Wi-Fi settings of the tablet."),
             Say::tr("Choose the network the laptop uses."), Say::tr("Scan the code again.")}};
}

Evidence listens(const NetworkStatus& status)
{
    return {true, Say::tr("Tutti listens on %1").arg(QString::fromStdString(status.address))};
}

std::vector<Evidence> whoCame(const NetworkStatus& status, const RoomState& room)
{
    std::vector<Evidence> known;
    if (status.visitors > 0) {
        known.push_back(
            {true,
             status.visitors == 1
                 ? Say::tr("1 other device has reached this laptop")
                 : Say::tr("%1 other devices have reached this laptop").arg(status.visitors)});
    }
    if (const int here = room.seatsHere(); here > 0 || known.empty()) {
        known.push_back({true, here == 1 ? Say::tr("1 student is here")
                                         : Say::tr("%1 students are here").arg(here)});
    }
    return known;
}

Diagnosis keptApart(const NetworkStatus& status)
{
    return {Say::tr("This Wi-Fi keeps devices apart"),
            Say::tr("Schools often switch this on, mostly for guest networks. The tablet has "
                    "internet, but may not talk to your laptop. A firewall on the laptop looks the "
                    "same from here. Nothing is wrong with your tablets."),
            {listens(status), {false, Say::tr("Not one other device has reached it")}},
            {askIt(), ownRouter(), laptopHotspot(), phoneHotspot()}};
}

Diagnosis wrongAdapter(const NetworkStatus& status)
{
    const NetworkAdapter* adapter = adapterOf(status);
    return {Say::tr("The address belongs to the wrong network"),
            Say::tr("Tablets cannot reach a VPN, a virtual machine or an address of this laptop "
                    "alone."),
            {{false, Say::tr("The chosen network is %1")
                         .arg(adapter ? adapterWord(*adapter) : Say::tr("gone"))}},
            {chooseNetwork(), ownRouter()}};
}

} // namespace

Obstacle obstacleOf(const NetworkStatus& status, const RoomState& room, SameNetwork same,
                    ServerTime now)
{
    if (room.seatsHere() > 0 || status.visitors > 0) {
        return typicalDelayMs(room).value_or(0) > kSlowMs ? Obstacle::OnlySlow : Obstacle::None;
    }
    if (status.adapters.empty()) {
        return Obstacle::NoNetwork;
    }
    const NetworkAdapter* adapter = adapterOf(status);
    using Kind = NetworkAdapter::Kind;
    if (!adapter || adapter->kind == Kind::Virtual || adapter->kind == Kind::Loopback) {
        return Obstacle::WrongAdapter;
    }
    if (same == SameNetwork::No) {
        return Obstacle::OtherNetwork;
    }
    return needsConnectionHelp(status, room, now) ? Obstacle::KeptApart : Obstacle::Unknown;
}

Diagnosis diagnosisOf(Obstacle obstacle, const NetworkStatus& status, const RoomState& room)
{
    switch (obstacle) {
    case Obstacle::None:
        return {Say::tr("Tablets get through"),
                Say::tr("Close this helper and let the others scan the code."),
                whoCame(status, room),
                {}};
    case Obstacle::OnlySlow:
        return {Say::tr("It was only slow"),
                Say::tr("Tablets get through, but the way is long. The beat stays together."),
                {{false, Say::tr("Typical delay %1 ms").arg(typicalDelayMs(room).value_or(0))}},
                {ownRouter(), askIt()}};
    case Obstacle::NoNetwork:
        return {Say::tr("The laptop is on no network"),
                Say::tr("Join a Wi-Fi or plug in a cable; it appears here by itself."),
                {{false, Say::tr("No network adapter has an address")}},
                {ownRouter(), phoneHotspot()}};
    case Obstacle::WrongAdapter:
        return wrongAdapter(status);
    case Obstacle::OtherNetwork:
        return {Say::tr("The tablet is on another network"),
                Say::tr("Two networks of one school often do not know each other."),
                {listens(status), {false, Say::tr("You said that the tablet shows another name")}},
                {sameWifi(), chooseNetwork(), askIt()}};
    case Obstacle::Unknown:
        return {Say::tr("Nothing has arrived yet"),
                Say::tr("Do the steps on the left; after a minute it is clear what is in the way."),
                {listens(status)},
                {sameWifi(), askIt()}};
    case Obstacle::KeptApart:
        break;
    }
    return keptApart(status);
}

std::array<StepState, kHelperSteps> stepsOf(const NetworkStatus& status, const RoomState& room,
                                            SameNetwork same)
{
    const NetworkAdapter* adapter = adapterOf(status);
    using Kind = NetworkAdapter::Kind;
    const bool through = room.seatsHere() > 0 || status.visitors > 0;
    // A tablet that got through has answered the steps before it.
    const std::array done{through ||
                              (status.listening && adapter && adapter->kind != Kind::Virtual &&
                               adapter->kind != Kind::Loopback),
                          through || same == SameNetwork::Yes, through,
                          through && typicalDelayMs(room).value_or(kSlowMs + 1) <= kSlowMs};
    std::array<StepState, kHelperSteps> steps{};
    bool before = true;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        steps[i] = done[i] ? StepState::Done : before ? StepState::Current : StepState::Later;
        before = before && done[i];
    }
    return steps;
}

QString noteForIt(const NetworkStatus& status)
{
    return Say::tr("Tutti, a music classroom app, runs on the teacher's laptop. Tablets of the "
                   "class open a page that the laptop serves.\n\n"
                   "Please allow, inside the school network:\n"
                   "• TCP from the tablets to the laptop at %1 (http and WebSocket on one port)\n"
                   "• devices on this Wi-Fi to talk to each other (no client isolation), or at "
                   "least to this laptop\n"
                   "• on the laptop: incoming connections for Tutti in its firewall\n\n"
                   "No internet access is needed, no account, no server outside. Nothing leaves "
                   "the laptop.")
        .arg(QString::fromStdString(status.address));
}

} // namespace tutti::ui

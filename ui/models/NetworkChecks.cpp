#include "ui/models/NetworkChecks.h"

#include "ui/models/Words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace tutti::ui {
namespace {

using Tone = NetworkCheck::Tone;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(tutti::ui::NetworkChecks)
};

/// Up to here a class plays together without noticing the way.
constexpr int kFastMs = 60;
/// So many weak tablets are named; more are counted.
constexpr int kNamed = 2;

const NetworkAdapter* adapterOf(const NetworkStatus& status)
{
    const auto found =
        std::find_if(status.adapters.begin(), status.adapters.end(),
                     [&](const NetworkAdapter& adapter) { return adapter.name == status.adapter; });
    if (found != status.adapters.end()) {
        return &*found;
    }
    return status.adapters.empty() ? nullptr : &status.adapters.front();
}

NetworkCheck networkLine(const NetworkStatus& status)
{
    const NetworkAdapter* adapter = adapterOf(status);
    if (!adapter) {
        return {Tone::Warning, Say::tr("No network found"),
                Say::tr("Join a Wi-Fi or plug in a cable; it appears here by itself.")};
    }
    const QString address = QString::fromStdString(adapter->address);
    if (status.portMoved) {
        return {Tone::Warning, adapterWord(*adapter),
                Say::tr("Another program is using the usual port, so Tutti picked %1.")
                    .arg(status.port)};
    }
    if (adapter->kind == NetworkAdapter::Kind::Loopback) {
        return {Tone::Warning, adapterWord(*adapter),
                Say::tr("Only this laptop can join. Choose the network of the tablets.")};
    }
    if (adapter->kind == NetworkAdapter::Kind::Virtual) {
        return {Tone::Warning, adapterWord(*adapter),
                Say::tr("A VPN or a virtual machine: tablets may not reach it.")};
    }
    return {Tone::Good, adapterWord(*adapter), Say::tr("This laptop is %1").arg(address)};
}

NetworkCheck reachLine(const NetworkStatus& status, const RoomState& room, ServerTime now)
{
    if (!room.isOpen()) {
        return {Tone::Waiting, Say::tr("Nothing is listening"),
                Say::tr("Tablets must be on the same network as this laptop.")};
    }
    if (room.seatsHere() > 0) {
        return {Tone::Good, Say::tr("Tablets can reach this laptop"),
                Say::tr("%1 connected").arg(room.seatsHere())};
    }
    if (status.visitors > 0) {
        return {Tone::Good, Say::tr("Tablets can reach this laptop"),
                Say::tr("%1 have opened the page").arg(status.visitors)};
    }
    if (needsConnectionHelp(status, room, now)) {
        return {Tone::Warning, Say::tr("No tablet has reached this laptop"),
                Say::tr("The connection helper finds out why.")};
    }
    return {Tone::Waiting, Say::tr("Waiting for the first tablet"),
            Say::tr("Show the QR code, or write the address on the board.")};
}

NetworkCheck speedLine(const RoomState& room)
{
    const auto delay = typicalDelayMs(room);
    if (!delay) {
        return {Tone::Waiting, Say::tr("Speed"),
                Say::tr("Measured when the first tablet is here.")};
    }
    const QString figure = Say::tr("Typical delay %1 ms").arg(*delay);
    return *delay < kFastMs
               ? NetworkCheck{Tone::Good, Say::tr("Fast enough to play in time"), figure}
               : NetworkCheck{Tone::Warning, Say::tr("A slow network"),
                              Say::tr("%1. Friends are heard a little late.").arg(figure)};
}

NetworkCheck weakLine(const RoomState& room)
{
    QStringList weak;
    for (const Seat& seat : room.seats) {
        if (seat.connections > 0 && seat.connection == Connection::Weak) {
            weak.push_back(seatTitle(seat));
        }
    }
    if (weak.isEmpty()) {
        return {room.seatsHere() > 0 ? Tone::Good : Tone::Waiting, Say::tr("No weak tablets"), {}};
    }
    const auto count = static_cast<int>(weak.size());
    const QString title = count == 1 ? Say::tr("1 tablet has a weak signal")
                                     : Say::tr("%1 tablets have a weak signal").arg(count);
    const QString who = count <= kNamed
                            ? weak.join(Say::tr(", "))
                            : Say::tr("%1 and %2 more").arg(weak.first()).arg(count - 1);
    return {Tone::Warning, title,
            Say::tr("%1: move closer to the Wi-Fi box, or cable the laptop.").arg(who)};
}

} // namespace

std::vector<NetworkCheck> networkChecks(const NetworkStatus& status, const RoomState& room,
                                        ServerTime now)
{
    return {networkLine(status), reachLine(status, room, now), speedLine(room), weakLine(room)};
}

std::vector<NetworkCheck> closedChecks(const NetworkStatus& status)
{
    return {networkLine(status),
            {Tone::Waiting, Say::tr("The port opens with the room"),
             Say::tr("If another program is using it, Tutti picks the next one.")}};
}

bool needsConnectionHelp(const NetworkStatus& status, const RoomState& room, ServerTime now)
{
    return room.isOpen() && room.seatsHere() == 0 && status.visitors == 0 &&
           now - room.openedAt >= kHelpAfter;
}

std::optional<int> typicalDelayMs(const RoomState& room)
{
    std::vector<double> delays;
    for (const Seat& seat : room.seats) {
        if (seat.connections > 0 && seat.rttMs > 0.0) {
            delays.push_back(seat.rttMs);
        }
    }
    if (delays.empty()) {
        return std::nullopt;
    }
    const auto middle = delays.begin() + static_cast<std::ptrdiff_t>(delays.size() / 2);
    std::nth_element(delays.begin(), middle, delays.end());
    return static_cast<int>(std::lround(*middle));
}

QString adapterWord(const NetworkAdapter& adapter)
{
    const QString name =
        QString::fromStdString(adapter.label.empty() ? adapter.name : adapter.label);
    QString kind;
    switch (adapter.kind) {
    case NetworkAdapter::Kind::WiFi:
        kind = Say::tr("Wi-Fi");
        break;
    case NetworkAdapter::Kind::Cable:
        kind = Say::tr("Cable");
        break;
    case NetworkAdapter::Kind::Virtual:
        kind = Say::tr("Virtual");
        break;
    case NetworkAdapter::Kind::Loopback:
        kind = Say::tr("This laptop only");
        break;
    }
    return name == kind ? kind : Say::tr("%1: %2").arg(kind, name);
}

} // namespace tutti::ui

#include "app/main/DeviceMessages.h"

#include <QCoreApplication>

namespace tutti::main {
namespace {

using midi::SoundNews;
using Tone = ui::Message::Tone;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(tutti::main::DeviceMessages)
};

/// The metronome's port is away: what plays instead, and what to do.
QString insteadOfPort(bool speakers, const QString& advice)
{
    const QString instead = speakers ? Say::tr("The click now plays on the laptop speakers.")
                                     : Say::tr("There is no other sound output.");
    return instead + u' ' + advice;
}

} // namespace

ui::Message soundMessage(SoundNews what, const QString& label, bool speakers)
{
    const QString closeOther = Say::tr("Close the other program; Tutti tries again by itself.");
    switch (what) {
    case SoundNews::PortLost:
        return {Say::tr("%1 is gone").arg(label),
                insteadOfPort(speakers, Say::tr("Plug it back in to switch back.")), Tone::Notice};
    case SoundNews::PortBack:
        return {Say::tr("%1 is back").arg(label), Say::tr("The click plays there again."),
                Tone::Notice};
    case SoundNews::PortRefused:
        return {Say::tr("%1 is in use by another program").arg(label),
                insteadOfPort(speakers, closeOther), Tone::Notice};
    case SoundNews::KeyboardLost:
        return {Say::tr("Your keyboard %1 is gone").arg(label),
                Say::tr("What it held was released. Plug it back in and play on."), Tone::Notice};
    case SoundNews::KeyboardBack:
        return {Say::tr("Your keyboard %1 is back").arg(label), Say::tr("You can play on."),
                Tone::Notice};
    case SoundNews::KeyboardRefused:
        return {Say::tr("Your keyboard %1 is in use by another program").arg(label), closeOther,
                Tone::Notice};
    case SoundNews::SynthFailed:
        break;
    }
    return {Say::tr("The built-in sounds do not work"),
            Say::tr("The click plays without them. Install the SoundFont package again."),
            Tone::Notice};
}

QString soundKey(SoundNews what)
{
    switch (what) {
    case SoundNews::PortLost:
    case SoundNews::PortBack:
    case SoundNews::PortRefused:
        return QStringLiteral("midi-output");
    case SoundNews::KeyboardLost:
    case SoundNews::KeyboardBack:
    case SoundNews::KeyboardRefused:
        return QStringLiteral("midi-keyboard");
    case SoundNews::SynthFailed:
        break;
    }
    return QStringLiteral("synth");
}

ui::Message bluetoothMessage()
{
    return {Say::tr("The laptop plays over Bluetooth"),
            Say::tr("Bluetooth sounds late, so the click and the tablets do not agree. Use a cable "
                    "or the laptop's own speakers."),
            Tone::Notice};
}

ui::Message lowBatteryMessage(int percent)
{
    return {Say::tr("The battery is at %1 %").arg(percent),
            Say::tr("Plug in the charger. Everything up to now is saved."), Tone::Problem};
}

ui::Message networkLostMessage(const QString& network)
{
    return {Say::tr("The laptop left the network"),
            Say::tr("Students are waiting. Join %1 again; everyone returns by themselves.")
                .arg(network),
            Tone::Problem};
}

ui::Message addressChangedMessage(const QString& address, bool tabletsKnow)
{
    return {Say::tr("The laptop has a new address: %1").arg(address),
            tabletsKnow
                ? Say::tr("Tablets follow by themselves. The QR code in the lobby is the new one.")
                : Say::tr("Tablets that do not come back by themselves scan the new QR code."),
            Tone::Notice};
}

} // namespace tutti::main

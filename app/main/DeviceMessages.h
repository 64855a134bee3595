#pragma once

#include "midi/SoundNews.h"
#include "ui/models/Message.h"

namespace tutti::main {

// What the teacher is told about the laptop's own devices: what happened, what Tutti did, what to do.

/// `label`: the device's own name. `speakers`: the laptop has speakers that work.
ui::Message soundMessage(midi::SoundNews what, const QString& label, bool speakers);
/// News about one kind of device take each other's place: the key they are posted under.
QString soundKey(midi::SoundNews what);
ui::Message bluetoothMessage();
ui::Message lowBatteryMessage(int percent);
/// The laptop left the network the tablets use. `network`: its name.
ui::Message networkLostMessage(const QString& network);
/// The laptop has another address now, and the QR code follows. `tabletsKnow`: the old address still
/// reached them with the news.
ui::Message addressChangedMessage(const QString& address, bool tabletsKnow);

} // namespace tutti::main

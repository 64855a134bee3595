#pragma once

#include "app/domain/SoundStatus.h"

#include <QString>

namespace tutti::ui {

/// "MIDI: Digital Piano", "Laptop speakers: click", "Laptop speakers: piano sounds".
QString soundWord(const SoundDevice& device);
/// The same, short enough for the transport.
QString shortSoundWord(const SoundDevice& device);

} // namespace tutti::ui

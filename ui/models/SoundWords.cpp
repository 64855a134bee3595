#include "ui/models/SoundWords.h"

#include <QCoreApplication>

namespace tutti::ui {
namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(tutti::ui::SoundWords)
};

} // namespace

QString soundWord(const SoundDevice& device)
{
    switch (device.kind) {
    case SoundDevice::Kind::Click:
        return Say::tr("Laptop speakers: click");
    case SoundDevice::Kind::Synth:
        return Say::tr("Laptop speakers: wood block");
    case SoundDevice::Kind::MidiPort:
    case SoundDevice::Kind::Keyboard:
        break;
    }
    return Say::tr("MIDI: %1").arg(QString::fromStdString(device.label));
}

QString shortSoundWord(const SoundDevice& device)
{
    switch (device.kind) {
    case SoundDevice::Kind::Click:
        return Say::tr("Laptop click");
    case SoundDevice::Kind::Synth:
        return Say::tr("Laptop wood block");
    case SoundDevice::Kind::MidiPort:
    case SoundDevice::Kind::Keyboard:
        break;
    }
    return soundWord(device);
}

} // namespace tutti::ui

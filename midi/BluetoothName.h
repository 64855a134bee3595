#pragma once

#include <QString>

namespace tutti::midi {

/// Whether a sound device goes over Bluetooth, by the id and the name the system gives it; such a
/// device is heard about a quarter of a second late. A guess that errs towards "no". Pure.
bool looksBluetooth(const QString& id, const QString& name);

} // namespace tutti::midi

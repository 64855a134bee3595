#pragma once

#include <QString>

namespace tutti::main {

/// A QR code as lines of text for a terminal, two modules a character, dark on light with its quiet
/// zone.
QString terminalQr(const QString& text);

} // namespace tutti::main

#pragma once

#include <QByteArray>

namespace tutti::protocol {

/// Header of one unfragmented, unmasked text frame with `payloadSize` bytes, as servers send it (RFC 6455, 5.2).
QByteArray textFrameHeader(qsizetype payloadSize);
/// The same header and the text after it.
QByteArray textFrame(const QByteArray& utf8);

} // namespace tutti::protocol

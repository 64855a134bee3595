#pragma once

#include <QByteArray>

#include <cstdint>
#include <string_view>

namespace tutti::protocol {

/// Header of one unfragmented, unmasked text frame with `payloadSize` bytes, as servers send it (RFC 6455, 5.2).
QByteArray textFrameHeader(qsizetype payloadSize);
/// The same header and the text after it.
QByteArray textFrame(const QByteArray& utf8);

/// A close frame (RFC 6455, 5.5.1). The reason is cut to what a control frame holds.
QByteArray closeFrame(std::uint16_t code, std::string_view reason);

} // namespace tutti::protocol

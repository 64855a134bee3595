#include "server/protocol/WsFrame.h"

namespace tutti::protocol {
namespace {

constexpr char kFinalText = static_cast<char>(0x81);
constexpr qsizetype kMaxSmall = 125;
constexpr qsizetype kMaxMedium = 0xFFFF;

void appendBigEndian(QByteArray& out, quint64 value, int bytes)
{
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
        out.append(static_cast<char>((value >> shift) & 0xFF));
    }
}

} // namespace

QByteArray textFrameHeader(qsizetype payloadSize)
{
    QByteArray header(1, kFinalText);
    if (payloadSize <= kMaxSmall) {
        header.append(static_cast<char>(payloadSize));
    } else if (payloadSize <= kMaxMedium) {
        header.append(char{126});
        appendBigEndian(header, static_cast<quint64>(payloadSize), 2);
    } else {
        header.append(char{127});
        appendBigEndian(header, static_cast<quint64>(payloadSize), 8);
    }
    return header;
}

QByteArray textFrame(const QByteArray& utf8)
{
    return textFrameHeader(utf8.size()) + utf8;
}

} // namespace tutti::protocol

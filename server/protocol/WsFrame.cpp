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

QByteArray closeFrame(std::uint16_t code, std::string_view reason)
{
    constexpr char kFinalClose = static_cast<char>(0x88);
    const std::string_view text = reason.substr(0, kMaxSmall - 2);
    QByteArray frame(1, kFinalClose);
    frame.append(static_cast<char>(text.size() + 2));
    appendBigEndian(frame, code, 2);
    return frame.append(text.data(), static_cast<qsizetype>(text.size()));
}

QByteArray textFrame(const QByteArray& utf8)
{
    return textFrameHeader(utf8.size()) + utf8;
}

} // namespace tutti::protocol

#include "app/main/TerminalQr.h"

#include <qrcodegen/qrcodegen.hpp>

namespace tutti::main {
namespace {

constexpr int kQuietZone = 2;

/// One character for an upper and a lower module; light modules are drawn, because terminals are
/// mostly dark.
QChar blockFor(bool upperDark, bool lowerDark)
{
    if (upperDark) {
        return lowerDark ? QChar{u' '} : QChar{u'▄'};
    }
    return lowerDark ? QChar{u'▀'} : QChar{u'█'};
}

} // namespace

QString terminalQr(const QString& text)
{
    using qrcodegen::QrCode;
    const QrCode code = QrCode::encodeText(text.toUtf8().constData(), QrCode::Ecc::MEDIUM);
    QString lines;
    for (int y = -kQuietZone; y < code.getSize() + kQuietZone; y += 2) {
        for (int x = -kQuietZone; x < code.getSize() + kQuietZone; ++x) {
            lines += blockFor(code.getModule(x, y), code.getModule(x, y + 1));
        }
        lines += u'\n';
    }
    return lines;
}

} // namespace tutti::main

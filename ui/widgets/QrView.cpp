#include "ui/widgets/QrView.h"

#include <QPainter>

#include <qrcodegen/qrcodegen.hpp>

namespace tutti::ui {
namespace {

/// Modules of white around the code that the standard asks for.
constexpr int kQuietZone = 4;
/// A version-10 code; an address never comes near it.
constexpr qsizetype kLongestText = 200;

} // namespace

QImage qrModules(const QString& text)
{
    if (text.isEmpty() || text.size() > kLongestText) {
        return {};
    }
    const auto code =
        qrcodegen::QrCode::encodeText(text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
    QImage image(code.getSize(), code.getSize(), QImage::Format_RGB32);
    for (int y = 0; y < code.getSize(); ++y) {
        for (int x = 0; x < code.getSize(); ++x) {
            image.setPixelColor(x, y, code.getModule(x, y) ? Qt::black : Qt::white);
        }
    }
    return image;
}

QrView::QrView(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void QrView::setText(const QString& text)
{
    if (text == m_text) {
        return;
    }
    m_text = text;
    m_modules = qrModules(text);
    setAccessibleName(text.isEmpty() ? tr("No QR code yet") : tr("QR code for %1").arg(text));
    update();
}

QSize QrView::sizeHint() const
{
    return {320, 320};
}

void QrView::paintEvent(QPaintEvent*)
{
    if (m_modules.isNull()) {
        return;
    }
    const int across = m_modules.width() + 2 * kQuietZone;
    const int module = std::max(1, std::min(width(), height()) / across);
    const int side = across * module;
    const QRect paper((width() - side) / 2, (height() - side) / 2, side, side);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(paper, 12, 12);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const int margin = kQuietZone * module;
    painter.drawImage(paper.adjusted(margin, margin, -margin, -margin), m_modules);
}

} // namespace tutti::ui

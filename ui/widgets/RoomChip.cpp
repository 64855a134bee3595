#include "ui/widgets/RoomChip.h"

#include "ui/widgets/Art.h"
#include "ui/widgets/QrView.h"
#include "ui/widgets/TilePaint.h"

#include <QPainter>

namespace tutti::ui {
namespace {

constexpr int kHeight = 36;
constexpr int kClosedWidth = 164;
constexpr int kPicture = 26;
constexpr int kCodeLeft = 42;

QFont codeFont()
{
    QFont font = textFont(16, QFont::Bold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 2);
    return font;
}

} // namespace

RoomChip::RoomChip(const ViewContext& context, QWidget* parent)
    : QAbstractButton(parent)
    , m_context(context)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFixedHeight(kHeight);
    connect(&m_context.mirror, &RoomMirror::changed, this, &RoomChip::refresh);
    connect(&m_context.look, &Look::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

QString RoomChip::code() const
{
    return QString::fromStdString(m_context.state().doorCode.letters);
}

void RoomChip::setNetworkStatus(const NetworkStatus& status)
{
    m_status = status;
    m_picture = qrModules(QString::fromStdString(status.joinUrl));
    refresh();
}

void RoomChip::setCompact(bool compact)
{
    m_compact = compact;
    refresh();
}

void RoomChip::refresh()
{
    const QString address = QString::fromStdString(m_status.address);
    setAccessibleName(isOpen() ? tr("Room open, code %1, address %2").arg(code(), address)
                               : tr("Room closed, nothing is listening"));
    setToolTip(isOpen() ? tr("Show the QR code large (F9)") : accessibleName());
    setEnabled(isOpen());
    updateGeometry();
    update();
}

int RoomChip::addressLeft() const
{
    return kCodeLeft + QFontMetrics(codeFont()).horizontalAdvance(code()) + 8;
}

QSize RoomChip::sizeHint() const
{
    if (!isOpen()) {
        return {kClosedWidth, kHeight};
    }
    constexpr int kExpandIcon = 28;
    int address = 0;
    if (!m_compact) {
        const QFontMetrics metrics(textFont(11));
        address = std::max(metrics.horizontalAdvance(QString::fromStdString(m_status.address)),
                           metrics.horizontalAdvance(tr("Room open"))) +
                  12;
    }
    return {addressLeft() + address + kExpandIcon, kHeight};
}

void RoomChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_context.look.theme();
    const bool over = underMouse() && isEnabled();
    const TileSkin skin{over ? theme.sunken : theme.surface,
                        isOpen() ? theme.line : theme.lineStrong, 1, !isOpen()};
    paintTileSkin(painter, rect(), skin);
    if (hasFocus()) {
        paintFocusRing(painter, rect().adjusted(-3, -3, 3, 3), theme);
    }
    isOpen() ? paintOpen(painter) : paintClosed(painter);
}

void RoomChip::paintClosed(QPainter& painter) const
{
    const Theme& theme = m_context.look.theme();
    painter.drawPixmap(
        12, 9, iconPixmap(QStringLiteral("door-closed"), theme.text2, 18, devicePixelRatioF()));
    paintLine(painter, {40, 3, width() - 46, 15}, tr("Room closed"), textFont(12, QFont::DemiBold),
              theme.text);
    paintLine(painter, {40, 18, width() - 46, 14}, tr("Nothing is listening"), textFont(11),
              theme.text2);
}

void RoomChip::paintOpen(QPainter& painter) const
{
    const Theme& theme = m_context.look.theme();
    const QRect paper(6, 5, kPicture, kPicture);
    painter.fillRect(paper, Qt::white);
    painter.drawImage(paper.adjusted(2, 2, -2, -2), m_picture);
    paintLine(painter, {kCodeLeft, 0, width() - kCodeLeft, kHeight}, code(), codeFont(),
              theme.text);
    if (!m_compact) {
        const int left = addressLeft();
        const int wide = width() - left - 28;
        paintLine(painter, {left, 4, wide, 14}, QString::fromStdString(m_status.address),
                  textFont(11), theme.text2);
        paintLine(painter, {left, 18, wide, 14}, tr("Room open"), textFont(11, QFont::DemiBold),
                  theme.ok);
    }
    painter.drawPixmap(width() - 25, 10,
                       iconPixmap(QStringLiteral("expand"), theme.text2, 16, devicePixelRatioF()));
}

} // namespace tutti::ui

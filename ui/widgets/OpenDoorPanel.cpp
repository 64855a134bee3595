#include "ui/widgets/OpenDoorPanel.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/QrView.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace tutti::ui {

OpenDoorPanel::OpenDoorPanel(const ViewContext& context, QWidget* parent)
    : QFrame(parent)
    , m_qr(new QrView(this))
    , m_address(makeLabel({}, "figure", this))
{
    setPart(this, "panel");
    m_address->setAlignment(Qt::AlignCenter);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_address->setAccessibleName(tr("Address to type"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    column->addWidget(makeStep(1, tr("Scan with the camera")));
    column->addWidget(m_qr, 1);
    column->addWidget(makeStep(2, tr("Or open a browser and type")));
    column->addWidget(m_address);
    column->addSpacing(8);
    column->addWidget(makeStep(3, tr("Room code")));
    column->addWidget(makeLetters());
    column->addSpacing(4);
    column->addWidget(makeButtons(context));
}

QWidget* OpenDoorPanel::makeButtons(const ViewContext& context)
{
    auto* box = new QWidget(this);
    auto* full = makeButton(tr("Show it large"), "plain", box);
    auto* fresh = makeButton(tr("New code"), "panelButton", box);
    full->setToolTip(tr("The QR code and the room code over the whole window (F9)"));
    fresh->setToolTip(tr("Another word opens the door; who is in stays in"));
    fresh->setMinimumHeight(34);
    setLineIcon(full, QStringLiteral("expand"), context);
    setLineIcon(fresh, QStringLiteral("refresh"), context);
    connect(full, &QPushButton::clicked, this, &OpenDoorPanel::fullScreenRequested);
    connect(fresh, &QPushButton::clicked, this, &OpenDoorPanel::newCodeRequested);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(full, 1);
    row->addWidget(fresh);
    return box;
}

QWidget* OpenDoorPanel::makeStep(int number, const QString& text)
{
    auto* box = new QWidget(this);
    auto* badge = makeLabel(QString::number(number), "badge", box);
    badge->setAlignment(Qt::AlignCenter);
    badge->setFixedSize(24, 24);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(badge);
    row->addWidget(makeLabel(text, "step", box), 1);
    return box;
}

QWidget* OpenDoorPanel::makeLetters()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addStretch();
    for (QLabel*& letter : m_letters) {
        letter = makeLabel({}, "letter", box);
        letter->setAlignment(Qt::AlignCenter);
        letter->setFixedSize(68, 72);
        row->addWidget(letter);
    }
    row->addStretch();
    return box;
}

void OpenDoorPanel::setNetworkStatus(const NetworkStatus& status)
{
    m_qr->setText(QString::fromStdString(status.joinUrl));
    m_address->setText(QString::fromStdString(status.address));
}

void OpenDoorPanel::setCode(const QString& code)
{
    for (std::size_t i = 0; i < m_letters.size(); ++i) {
        m_letters[i]->setText(code.mid(static_cast<qsizetype>(i), 1));
    }
}

void OpenDoorPanel::resizeEvent(QResizeEvent* event)
{
    constexpr int kCompactBelow = 400;
    setPart(m_address, event->size().width() < kCompactBelow ? "smallFigure" : "figure");
    QFrame::resizeEvent(event);
}

} // namespace tutti::ui

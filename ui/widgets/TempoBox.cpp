#include "ui/widgets/TempoBox.h"

#include "ui/models/Words.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/Parts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <cmath>

namespace tutti::ui {
namespace {

constexpr std::chrono::milliseconds kAnswerTime{400};
constexpr int kSide = 30;

QPushButton* makeStepButton(const QString& icon, const QString& name, const ViewContext& context,
                            QWidget* parent)
{
    auto* button = makeButton({}, "step", parent);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFixedSize(kSide, 38);
    button->setAutoRepeat(true);
    setLineIcon(button, icon, context);
    return button;
}

} // namespace

TempoBox::TempoBox(const ViewContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_number(new QSpinBox(this))
    , m_caption(makeLabel({}, "tempoCaption", this))
    , m_wishHolds(context.clock.now())
{
    setPart(this, "well");
    auto* slower =
        makeStepButton(QStringLiteral("minus"), tr("One beat slower ([)"), context, this);
    auto* faster = makeStepButton(QStringLiteral("plus"), tr("One beat faster (])"), context, this);
    setPart(m_number, "tempo");
    m_number->setAccessibleName(tr("Tempo in beats a minute"));
    m_number->setToolTip(tr("Type a tempo, or turn the wheel"));
    m_number->setRange(static_cast<int>(kMinTempo.bpm()), static_cast<int>(kMaxTempo.bpm()));
    m_number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_number->setKeyboardTracking(false);
    // Not by the wheel, or Space and the letters would be the field's from then on.
    m_number->setFocusPolicy(Qt::StrongFocus);
    m_number->setAlignment(Qt::AlignCenter);
    m_number->setFont(displayFont(30));
    m_number->setFixedSize(84, 32);
    m_number->installEventFilter(this);
    m_caption->setAlignment(Qt::AlignCenter);
    m_caption->setFixedWidth(100);
    auto* middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_number, 0, Qt::AlignHCenter);
    middle->addWidget(m_caption, 0, Qt::AlignHCenter);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 2, 6, 2);
    row->setSpacing(0);
    row->addWidget(slower);
    row->addLayout(middle);
    row->addWidget(faster);
    connect(slower, &QPushButton::clicked, this, [this] { step(-1); });
    connect(faster, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_number, &QSpinBox::valueChanged, this,
            [this](int bpm) { wish(Tempo::fromBpm(bpm)); });
    connect(&m_context.mirror, &RoomMirror::changed, this, &TempoBox::refresh);
    refresh();
}

void TempoBox::step(int bpm)
{
    m_number->setValue(m_number->value() + bpm);
}

void TempoBox::tap()
{
    if (const auto tempo = m_taps.tap(m_context.clock.now())) {
        m_number->setValue(static_cast<int>(std::lround(tempo->bpm())));
    }
}

void TempoBox::wish(Tempo tempo)
{
    m_wishHolds = m_context.clock.now() + kAnswerTime;
    m_caption->setText(tr("BPM · %1").arg(tempoWord(tempo)));
    m_context.submit(ChangeTempo{tempo});
}

void TempoBox::refresh()
{
    const Tempo tempo = m_context.state().pulseTempo();
    const bool typing = m_number->hasFocus();
    if (tempo == Tempo{} || typing || m_context.clock.now() < m_wishHolds) {
        return;
    }
    const QSignalBlocker quiet(m_number);
    m_number->setValue(static_cast<int>(std::lround(tempo.bpm())));
    m_caption->setText(tr("BPM · %1").arg(tempoWord(tempo)));
}

bool TempoBox::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_number && event->type() == QEvent::Wheel) {
        // The number would count touchpad turns of its own.
        wheelEvent(static_cast<QWheelEvent*>(event));
        return true;
    }
    if (watched == m_number && event->type() == QEvent::KeyPress &&
        takesKey(static_cast<QKeyEvent*>(event)->key())) {
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

bool TempoBox::takesKey(int key)
{
    // Enter and Esc hand the keyboard back, so that the single letters work again.
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_number->interpretText();
        m_number->clearFocus();
        return true;
    }
    if (key == Qt::Key_Escape) {
        const QSignalBlocker quiet(m_number);
        m_number->setValue(static_cast<int>(std::lround(m_context.state().pulseTempo().bpm())));
        m_number->clearFocus();
        return true;
    }
    return false;
}

void TempoBox::wheelEvent(QWheelEvent* event)
{
    constexpr int kNotch = QWheelEvent::DefaultDeltasPerStep;
    const int angle = event->angleDelta().y();
    if ((angle > 0) != (m_wheelAngle > 0)) {
        m_wheelAngle = 0;
    }
    m_wheelAngle += angle;
    if (const int notches = m_wheelAngle / kNotch; notches != 0) {
        m_wheelAngle -= notches * kNotch;
        step(notches);
    }
    event->accept();
}

} // namespace tutti::ui

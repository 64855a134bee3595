#include "ui/widgets/ClickControl.h"

#include "ui/widgets/Parts.h"

#include <QGridLayout>
#include <QSlider>

namespace tutti::ui {
namespace {

constexpr int kFullVolume = 100;
constexpr int kFirstVolume = 80;

} // namespace

ClickControl::ClickControl(const ViewContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(makeLabel(tr("Click"), "caption", this))
    , m_status(makeLabel({}, "captionOk", this))
    , m_switch(makeButton({}, "iconPlain", this))
    , m_volume(new QSlider(Qt::Horizontal, this))
{
    m_switch->setCheckable(true);
    m_switch->setChecked(true);
    m_switch->setFixedSize(34, 34);
    m_switch->setToolTip(tr("Click of this laptop, on or off"));
    m_switch->setAccessibleName(tr("Click of this laptop"));
    setLineIcon(m_switch, QStringLiteral("volume"), context);
    m_volume->setRange(0, kFullVolume);
    m_volume->setValue(kFirstVolume);
    m_volume->setFixedWidth(96);
    m_volume->setAccessibleName(tr("Volume of the click"));
    m_volume->setToolTip(m_volume->accessibleName());
    m_status->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_status, 0, 1);
    grid->addWidget(m_switch, 1, 0);
    grid->addWidget(m_volume, 1, 1);
    connect(m_switch, &QPushButton::toggled, this, [this](bool on) {
        refresh();
        emit enabledChanged(on);
    });
    connect(m_volume, &QSlider::valueChanged, this,
            [this](int value) { emit volumeChanged(static_cast<double>(value) / kFullVolume); });
    connect(&m_context.mirror, &RoomMirror::changed, this, &ClickControl::refresh);
    refresh();
}

void ClickControl::setStatus(bool available, const QString& text)
{
    m_available = available;
    m_status->setToolTip(text);
    refresh();
}

void ClickControl::setCompact(bool compact)
{
    m_volume->setFixedWidth(compact ? 52 : 96);
}

void ClickControl::refresh()
{
    const bool on = m_switch->isChecked();
    setLineIcon(m_switch, on ? QStringLiteral("volume") : QStringLiteral("volume-off"), m_context);
    m_volume->setEnabled(on && m_available);
    const RoomState& state = m_context.state();
    const bool silent = !on || state.quiet.holdsAt(m_context.clock.now());
    if (!m_available) {
        m_status->setText(tr("No output"));
    } else if (silent) {
        m_status->setText(on ? tr("Silent") : tr("Off"));
    } else {
        m_status->setText(state.timeline.transport.playing ? tr("Playing") : tr("Ready"));
    }
    setPart(m_status, !m_available ? "captionWarn" : silent ? "caption" : "captionOk");
    m_status->setAccessibleName(tr("Click: %1").arg(m_status->text()));
}

} // namespace tutti::ui

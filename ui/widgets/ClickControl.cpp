#include "ui/widgets/ClickControl.h"

#include "ui/models/SoundWords.h"
#include "ui/widgets/Choice.h"
#include "ui/widgets/Parts.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>

namespace tutti::ui {
namespace {

constexpr int kFullVolume = 100;
constexpr int kFirstVolume = 80;

const SoundDevice* deviceIn(const SoundStatus& sound, const std::string& id)
{
    const auto found = std::find_if(sound.outputs.begin(), sound.outputs.end(),
                                    [&](const SoundDevice& device) { return device.id == id; });
    return found == sound.outputs.end() ? nullptr : &*found;
}

} // namespace

ClickControl::ClickControl(const ViewContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(makeLabel(tr("Metronome click"), "caption", this))
    , m_status(makeLabel({}, "captionOk", this))
    , m_output(new Choice(this))
    , m_switch(makeButton({}, "iconPlain", this))
    , m_volume(new QSlider(Qt::Horizontal, this))
{
    m_output->setAccessibleName(tr("Metronome output"));
    m_output->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_switch->setCheckable(true);
    m_switch->setChecked(true);
    m_switch->setFixedSize(30, 30);
    m_switch->setToolTip(tr("Click on or off"));
    m_switch->setAccessibleName(tr("Metronome click"));
    setLineIcon(m_switch, QStringLiteral("volume"), context);
    m_volume->setRange(0, kFullVolume);
    m_volume->setValue(kFirstVolume);
    m_volume->setAccessibleName(tr("Volume of the click"));
    m_volume->setToolTip(m_volume->accessibleName());
    m_status->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_status);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_output);
    row->addWidget(m_switch);
    row->addWidget(m_volume);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addLayout(row);
    connect(m_output, &QComboBox::activated, this,
            [this] { emit outputChosen(m_output->currentData().toString()); });
    connect(m_switch, &QPushButton::toggled, this, [this](bool on) {
        refresh();
        emit enabledChanged(on);
    });
    connect(m_volume, &QSlider::valueChanged, this,
            [this](int value) { emit volumeChanged(static_cast<double>(value) / kFullVolume); });
    connect(&m_context.mirror, &RoomMirror::changed, this, &ClickControl::refresh);
    fillOutputs();
    refresh();
    setCompact(false);
}

void ClickControl::setSoundStatus(const SoundStatus& status)
{
    m_sound = status;
    fillOutputs();
    refresh();
}

void ClickControl::setCompact(bool compact)
{
    m_output->setFixedWidth(compact ? 118 : 170);
    m_volume->setFixedWidth(compact ? 46 : 64);
}

void ClickControl::fillOutputs()
{
    const QSignalBlocker quiet(m_output);
    m_output->clear();
    for (const SoundDevice& device : m_sound.outputs) {
        m_output->addItem(shortSoundWord(device), QString::fromStdString(device.id));
    }
    if (!deviceIn(m_sound, m_sound.chosenOutput)) {
        // Chosen, and away for the moment: it comes back by itself.
        m_output->addItem(tr("Not plugged in"), QString::fromStdString(m_sound.chosenOutput));
    }
    const QString chosen = QString::fromStdString(m_sound.chosenOutput);
    m_output->setCurrentIndex(m_output->findData(chosen));
    m_output->setToolTip(m_output->currentText());
}

bool ClickControl::sounds() const
{
    const SoundDevice* device = deviceIn(m_sound, m_sound.output);
    return device && (device->kind == SoundDevice::Kind::MidiPort || m_sound.speakers);
}

void ClickControl::refresh()
{
    const bool on = m_switch->isChecked();
    setLineIcon(m_switch, on ? QStringLiteral("volume") : QStringLiteral("volume-off"), m_context);
    m_volume->setEnabled(on && sounds());
    const RoomState& state = m_context.state();
    const bool silent = !on || state.quiet.holdsAt(m_context.clock.now());
    if (!sounds()) {
        m_status->setText(tr("No output"));
    } else if (silent) {
        m_status->setText(on ? tr("Silent") : tr("Off"));
    } else {
        m_status->setText(state.timeline.transport.playing ? tr("Playing") : tr("Ready"));
    }
    setPart(m_status, !sounds() ? "captionWarn" : silent ? "caption" : "captionOk");
    m_status->setAccessibleName(tr("Click: %1").arg(m_status->text()));
}

} // namespace tutti::ui

#include "ui/widgets/SoundOverlay.h"

#include "ui/models/SoundWords.h"
#include "ui/models/Words.h"
#include "ui/widgets/Choice.h"
#include "ui/widgets/Parts.h"

#include <QCheckBox>
#include <QFrame>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>

namespace tutti::ui {
namespace {

constexpr int kFull = 100;
constexpr int kFirstLevel = 80;
constexpr int kWidth = 520;

bool hasSynth(const SoundStatus& sound)
{
    return std::any_of(sound.outputs.begin(), sound.outputs.end(), [](const SoundDevice& device) {
        return device.kind == SoundDevice::Kind::Synth;
    });
}

/// Whether the metronome is heard at all.
bool canSound(const SoundStatus& sound)
{
    return sound.speakers ||
           std::any_of(sound.outputs.begin(), sound.outputs.end(), [&](const SoundDevice& device) {
               return device.id == sound.output && device.kind == SoundDevice::Kind::MidiPort;
           });
}

void fill(Choice& choice, const std::vector<SoundDevice>& devices)
{
    for (const SoundDevice& device : devices) {
        choice.addItem(soundWord(device), QString::fromStdString(device.id));
    }
}

} // namespace

SoundOverlay::SoundOverlay(const ViewContext& context, QWidget* window)
    : Overlay(window)
    , m_context(context)
    , m_output(new Choice(card()))
    , m_test(makeButton(tr("Test"), "panelButton", card()))
    , m_keyboard(new Choice(card()))
    , m_playsClass(new QCheckBox(tr("The laptop plays the class"), card()))
    , m_mixHint(makeLabel({}, "secondary", card()))
{
    setAccessibleName(tr("Sound"));
    card()->setFixedWidth(kWidth);
    auto* close = makeButton(tr("Close"), "plain", card());
    auto* column = new QVBoxLayout(card());
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(makeLabel(tr("Sound"), "title", card()));
    column->addWidget(makeDevices());
    column->addWidget(makeMix());
    column->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &Overlay::closeOverlay);
    setSoundStatus({});
}

QWidget* SoundOverlay::makeDevices()
{
    auto* box = new QWidget(card());
    m_test->setToolTip(tr("Plays four clicks on this output"));
    m_output->setAccessibleName(tr("Metronome output"));
    m_keyboard->setAccessibleName(tr("Your keyboard"));
    m_keyboard->setToolTip(tr("Plays into the room as the teacher, also while everyone is quiet"));
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->addWidget(makeLabel(tr("Metronome output"), "body", box), 0, 0);
    grid->addWidget(m_output, 0, 1);
    grid->addWidget(m_test, 0, 2);
    grid->addWidget(makeLabel(tr("Your keyboard"), "body", box), 1, 0);
    grid->addWidget(m_keyboard, 1, 1, 1, 2);
    connect(m_test, &QPushButton::clicked, this, &SoundOverlay::testRequested);
    connect(m_output, &QComboBox::activated, this,
            [this] { emit outputChosen(m_output->currentData().toString()); });
    connect(m_keyboard, &QComboBox::activated, this,
            [this] { emit keyboardChosen(m_keyboard->currentData().toString()); });
    return box;
}

QWidget* SoundOverlay::makeMix()
{
    auto* box = new QWidget(card());
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 8, 0, 0);
    grid->setVerticalSpacing(8);
    grid->setHorizontalSpacing(12);
    grid->setColumnStretch(2, 1);
    m_playsClass->setAccessibleName(m_playsClass->text());
    m_mixHint->setWordWrap(true);
    grid->addWidget(m_playsClass, 0, 0, 1, 3, Qt::AlignLeft);
    grid->addWidget(m_mixHint, 1, 0, 1, 3);
    for (std::size_t i = 0; i < kLevels.size(); ++i) {
        const Role role = kLevels[i];
        auto* slider = new QSlider(Qt::Horizontal, box);
        slider->setRange(0, kFull);
        slider->setValue(kFirstLevel);
        slider->setAccessibleName(tr("Level of %1").arg(roleWord(role)));
        const int row = static_cast<int>(i) + 2;
        grid->addWidget(makeIconLabel(roleIcon(role), m_context, &Theme::text, 18, box), row, 0);
        m_words[i] = makeLabel(roleWord(role), "body", box);
        grid->addWidget(m_words[i], row, 1);
        grid->addWidget(slider, row, 2);
        connect(slider, &QSlider::valueChanged, this, [this, role](int value) {
            emit roleLevelChanged(role, static_cast<double>(value) / kFull);
        });
        m_levels[i] = slider;
    }
    connect(m_playsClass, &QCheckBox::toggled, this, &SoundOverlay::playsClassChanged);
    return box;
}

void SoundOverlay::setSoundStatus(const SoundStatus& status)
{
    m_sound = status;
    refresh();
}

void SoundOverlay::refresh()
{
    const QSignalBlocker quietOutput(m_output);
    const QSignalBlocker quietKeyboard(m_keyboard);
    const QSignalBlocker quietMix(m_playsClass);
    m_output->clear();
    fill(*m_output, m_sound.outputs);
    const QString chosen = QString::fromStdString(m_sound.chosenOutput);
    if (m_output->findData(chosen) < 0) {
        // Chosen, and away for the moment: it comes back by itself.
        m_output->addItem(tr("Not plugged in"), chosen);
    }
    m_output->setCurrentIndex(m_output->findData(chosen));
    m_test->setEnabled(canSound(m_sound));
    m_keyboard->clear();
    m_keyboard->addItem(m_sound.inputs.empty() ? tr("No MIDI device found") : tr("None"),
                        QString());
    fill(*m_keyboard, m_sound.inputs);
    const QString keyboard =
        QString::fromStdString(m_sound.input.empty() ? m_sound.chosenInput : m_sound.input);
    if (m_keyboard->findData(keyboard) < 0) {
        m_keyboard->addItem(tr("Not plugged in"), keyboard);
    }
    m_keyboard->setCurrentIndex(m_keyboard->findData(keyboard));
    m_keyboard->setEnabled(m_keyboard->count() > 1);
    const bool canPlay = hasSynth(m_sound) && m_sound.speakers;
    m_playsClass->setEnabled(canPlay);
    m_playsClass->setChecked(m_sound.playsClass && canPlay);
    m_mixHint->setText(!hasSynth(m_sound) ? tr("The built-in sounds are not installed.")
                       : !m_sound.speakers
                           ? tr("This laptop has no sound output at the moment.")
                           : tr("What the tablets play is heard here as well, a little later than "
                                "on the tablets."));
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        m_levels[i]->setEnabled(canPlay && m_sound.playsClass);
        m_words[i]->setEnabled(m_levels[i]->isEnabled());
    }
}

} // namespace tutti::ui

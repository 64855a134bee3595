#pragma once

#include "app/domain/SoundStatus.h"
#include "ui/widgets/ViewContext.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSlider;

namespace tutti::ui {

class Choice;

/// What the metronome plays on, whether it sounds, and how loud.
class ClickControl final : public QWidget {
    Q_OBJECT

public:
    ClickControl(const ViewContext& context, QWidget* parent = nullptr);

    void setSoundStatus(const SoundStatus& status);
    void setCompact(bool compact);

signals:
    /// Id of a SoundDevice.
    void outputChosen(const QString& id);
    /// 0 to 1.
    void volumeChanged(double volume);
    void enabledChanged(bool enabled);

private:
    void fillOutputs();
    bool sounds() const;
    void refresh();

    ViewContext m_context;
    SoundStatus m_sound;
    QLabel* m_title;
    QLabel* m_status;
    Choice* m_output;
    QPushButton* m_switch;
    QSlider* m_volume;
};

} // namespace tutti::ui

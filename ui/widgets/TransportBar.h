#pragma once

#include "ui/widgets/ViewContext.h"

#include <QWidget>

class QPushButton;

namespace tutti::ui {

class BeatPads;
class Choice;
class ClickControl;
class QuietButton;
class TempoBox;

/// The row that runs the beat: start, tap, tempo, meter, count-in, pads, click, and Everyone quiet alone at the far right.
class TransportBar final : public QWidget {
    Q_OBJECT

public:
    TransportBar(const ViewContext& context, QWidget* parent = nullptr);

    void toggle();
    TempoBox& tempo() const { return *m_tempo; }
    QuietButton& quiet() const { return *m_quiet; }
    ClickControl& click() const { return *m_click; }
    void setCompact(bool compact);
    /// Whatever shows running time looks at the clock again.
    void refreshTime();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void fitIn(int width);
    /// Plays, or will once the stop before it is over: the button takes it back.
    bool isOn() const;
    QWidget* makeChoice(const QString& caption, Choice* choice);
    void fillChoices();
    void layOut();

    ViewContext m_context;
    QPushButton* m_start;
    QPushButton* m_tap;
    TempoBox* m_tempo;
    Choice* m_meter;
    Choice* m_countIn;
    BeatPads* m_pads;
    ClickControl* m_click;
    QuietButton* m_quiet;
    bool m_compact = false;
};

} // namespace tutti::ui

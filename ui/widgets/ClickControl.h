#pragma once

#include "ui/widgets/ViewContext.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSlider;

namespace tutti::ui {

/// The laptop's own click: on or off, how loud, and whether it sounds at all.
class ClickControl final : public QWidget {
    Q_OBJECT

public:
    ClickControl(const ViewContext& context, QWidget* parent = nullptr);

    /// `text` names the output, or says why there is none.
    void setStatus(bool available, const QString& text);
    void setCompact(bool compact);

signals:
    /// 0 to 1.
    void volumeChanged(double volume);
    void enabledChanged(bool enabled);

private:
    void refresh();

    ViewContext m_context;
    QLabel* m_title;
    QLabel* m_status;
    QPushButton* m_switch;
    QSlider* m_volume;
    bool m_available = true;
};

} // namespace tutti::ui

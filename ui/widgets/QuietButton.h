#pragma once

#include "ui/widgets/ViewContext.h"

#include <QAbstractButton>

namespace tutti::ui {

/// Everyone quiet, and the way back. Acts on press; a second press within 1.5 s does nothing.
class QuietButton final : public QAbstractButton {
    Q_OBJECT

public:
    QuietButton(const ViewContext& context, QWidget* parent = nullptr);

    /// What F8, B and the clicker do too.
    void pressKey();
    /// Looks at room and clock again; the time of quiet runs.
    void refresh();
    void setCompact(bool compact);
    const QString& subtitle() const { return m_subtitle; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    ViewContext m_context;
    QString m_subtitle;
    bool m_held = false;
    bool m_compact = false;
};

} // namespace tutti::ui

#pragma once

#include "ui/models/NetworkChecks.h"
#include "ui/widgets/ViewContext.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace tutti::ui {

class ShortLabel;

/// One line of a check: how it stands, what was looked at, and below it what to know or do. It always takes the same room, so
/// that nothing moves when the words change.
class CheckLine final : public QWidget {
    Q_OBJECT

public:
    CheckLine(const ViewContext& context, QWidget* parent = nullptr);

    void setCheck(const NetworkCheck& check);
    /// Something to press at the end of the line.
    void addButton(QWidget* button);

private:
    void paintIcon();

    ViewContext m_context;
    NetworkCheck::Tone m_tone = NetworkCheck::Tone::Waiting;
    QLabel* m_icon;
    ShortLabel* m_title;
    QLabel* m_detail;
    QHBoxLayout* m_row;
};

/// A hair line between two parts of a panel.
QWidget* makeHairline(QWidget* parent);

} // namespace tutti::ui

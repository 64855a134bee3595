#pragma once

#include "ui/widgets/ViewContext.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace tutti::ui {

/// Tablets that wait at the locked door, each with its two answers. The longest waiting are shown, the others counted.
class DoorList final : public QFrame {
    Q_OBJECT

public:
    DoorList(const ViewContext& context, QWidget* parent = nullptr);

    /// Whether anybody waits.
    bool hasKnocks() const { return !m_context.state().door.knocks.empty(); }
    void refresh();

signals:
    /// The row that had the keyboard is gone, and no other waits.
    void keyboardLeft();

private:
    struct Row {
        std::string device;
        QWidget* box = nullptr;
        QWidget* firstStop = nullptr;
    };

    Row makeRow(const Knock& knock);
    /// Takes away the rows of whoever waits no more. True if one of them had the keyboard.
    bool dropGone();

    ViewContext m_context;
    QLabel* m_title;
    QLabel* m_more;
    QVBoxLayout* m_column;
    /// Who waits longest first, as shown.
    std::vector<Row> m_rows;
};

} // namespace tutti::ui

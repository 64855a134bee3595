#pragma once

#include "ui/widgets/ViewContext.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace tutti::ui {

class ShortLabel;

/// One raised hand: who, since when, and two buttons. Without a seat it is hidden.
class HandCard final : public QFrame {
    Q_OBJECT

public:
    HandCard(const ViewContext& context, QWidget* parent = nullptr);

    void setCompact(bool compact);
    /// Null hides the card.
    void show(const Seat* seat);

signals:
    void showRequested(tutti::SeatId seat);

private:
    void layOut();

    ViewContext m_context;
    SeatId m_seat;
    QLabel* m_picture;
    ShortLabel* m_words;
    QLabel* m_time;
    QPushButton* m_show;
    QPushButton* m_done;
    bool m_compact = false;
};

} // namespace tutti::ui

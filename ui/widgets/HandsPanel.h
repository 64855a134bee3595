#pragma once

#include "ui/widgets/ViewContext.h"

#include <QWidget>

#include <array>

class QLabel;

namespace tutti::ui {

class HandCard;

/// Who needs the teacher: tablets on which the child heard nothing, and raised hands, longest waiting first. At most two of a
/// kind, then how many more.
class HandsPanel final : public QWidget {
    Q_OBJECT

public:
    HandsPanel(const ViewContext& context, QWidget* parent = nullptr);

    void setCompact(bool compact);
    /// Time has gone on.
    void refresh();

signals:
    void showRequested(tutti::SeatId seat);
    void handsChanged(int hands);

private:
    static constexpr std::size_t kShown = 2;
    /// A tablet that is silent.
    struct Chip {
        QWidget* box = nullptr;
        QLabel* words = nullptr;
    };
    Chip makeChip();
    void showSilent();
    void showHands();

    ViewContext m_context;
    std::array<Chip, kShown> m_silent;
    QLabel* m_moreSilent;
    std::array<HandCard*, kShown> m_cards{};
    QLabel* m_moreHands;
    int m_hands = 0;
};

} // namespace tutti::ui

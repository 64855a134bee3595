#pragma once

#include "ui/widgets/ViewContext.h"

#include <QWidget>

#include <array>

class QLabel;

namespace tutti::ui {

/// The six faces with how many chose each. Totals of the class; there is nothing of one child in it.
class MoodRow final : public QWidget {
    Q_OBJECT

public:
    explicit MoodRow(QWidget* parent = nullptr);

    void show(const MoodRound& round);
    void setCompact(bool compact);

private:
    struct Face {
        QWidget* box = nullptr;
        QLabel* count = nullptr;
        QLabel* word = nullptr;
    };
    std::array<Face, kMoods.size()> m_faces;
};

} // namespace tutti::ui

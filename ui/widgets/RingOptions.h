#pragma once

#include "ui/models/RingModel.h"
#include "ui/widgets/ViewContext.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace tutti::ui {

class Choice;

/// What can be set in a Beat Ring. Two rows that every class needs, and more below on demand.
class RingOptions final : public QWidget {
    Q_OBJECT

public:
    RingOptions(const ViewContext& context, QWidget* parent);

    void follow(const RingState& ring);
    /// Fewer rows in sight; none goes away.
    void setCompact(bool compact);

private:
    void fill();
    void wire();
    void addRow(QVBoxLayout* column, const QString& words, QWidget* control);
    QWidget* makeRest();
    void followMore();

    ViewContext m_context;
    Choice* m_beats;
    Choice* m_each;
    Choice* m_level;
    Choice* m_turn;
    Choice* m_every;
    QCheckBox* m_ghost;
    std::vector<QPushButton*> m_rest;
    QPushButton* m_more;
    QWidget* m_eachRow = nullptr;
    QWidget* m_moreRows;
    bool m_compact = false;
};

} // namespace tutti::ui

#pragma once

#include "ui/models/RingModel.h"
#include "ui/widgets/ViewContext.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tutti::ui {

class ShortLabel;
class StageView;

/// The current game: its name and how far it is, what the teacher can do with it at once, and the stage itself.
class StagePanel final : public QFrame {
    Q_OBJECT

public:
    StagePanel(const ViewContext& context, QWidget* parent);

    /// What stands below the stage; taken over.
    void setFooter(QWidget* footer);
    void setCompact(bool compact);
    StageView& view() const { return *m_view; }

public slots:
    /// The N key: the ring's next round; after the last, the first again.
    void nextRound();

private:
    QHBoxLayout* makeHeader();
    QWidget* makeShapes();
    void wire();
    void refresh();
    void dress();
    QString subtitle(const RingState* ring) const;
    const RingState* ring() const { return m_ring.ring(m_context.state().game); }

    ViewContext m_context;
    mutable RingModel m_ring;
    QLabel* m_icon;
    QLabel* m_title;
    ShortLabel* m_subtitle;
    QPushButton* m_pause;
    QPushButton* m_next;
    QWidget* m_shapes;
    QPushButton* m_swap;
    StageView* m_view;
    QVBoxLayout* m_column;
    bool m_compact = false;
};

} // namespace tutti::ui

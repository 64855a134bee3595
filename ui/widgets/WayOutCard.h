#pragma once

#include "ui/models/ConnectionDiagnosis.h"
#include "ui/widgets/ViewContext.h"

#include <QWidget>

class QPushButton;

namespace tutti::ui {

/// One way out of a connection problem: what it is, and a button that unfolds how, or copies the note where that is the way.
class WayOutCard final : public QWidget {
    Q_OBJECT

public:
    /// The best way has the one primary button.
    WayOutCard(const WayOut& way, bool best, const ViewContext& context, QWidget* parent = nullptr);

signals:
    void noteWanted();

private:
    QPushButton* makeWayButton(const WayOut& way, bool best, QWidget* steps);
};

} // namespace tutti::ui

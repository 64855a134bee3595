#pragma once

#include "app/domain/Error.h"
#include "ui/widgets/Look.h"

#include <QWidget>

namespace tutti::main {

/// All there is to see when the program cannot start: what happened, what to do, and a button to close. The application ends
/// with its last window, so closing it ends the program.
/// Thread: GUI.
class StartFailure final : public QWidget {
    Q_OBJECT

public:
    explicit StartFailure(const Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    ui::Look m_look{nullptr};
};

} // namespace tutti::main

#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;
class QSpinBox;

namespace tutti::ui {

/// Asks for one name, and for a number of seats where that is wanted. It never waits for an answer: it signals, and deletes
/// itself when closed.
class NameDialog final : public QDialog {
    Q_OBJECT

public:
    NameDialog(const QString& title, const QString& label, const QString& name, QWidget* parent);

    void askForSeats(int most);
    /// An empty name is an answer too.
    void allowEmpty();

signals:
    void named(const QString& name, int seats);

private:
    void check();

    QLineEdit* m_name;
    QSpinBox* m_seats;
    QPushButton* m_ok;
    bool m_mayBeEmpty = false;
};

} // namespace tutti::ui

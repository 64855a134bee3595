#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace tutti::ui {

/// A figure of the class: its name, a bar, and the value in words at the bar's end.
class FigureRow final : public QWidget {
    Q_OBJECT

public:
    FigureRow(const QString& name, QWidget* parent = nullptr);

    /// `part` is 0 to 1.
    void show(double part, const QString& value);
    /// There is not enough yet to say anything.
    void showNothing(const QString& why);

private:
    QString m_name;
    QProgressBar* m_bar;
    QLabel* m_value;
};

} // namespace tutti::ui

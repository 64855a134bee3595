#pragma once

#include <QLabel>

namespace tutti::ui {

/// One line of somebody else's words, of any length: cut with an ellipsis where there is no room, and then whole in the tooltip.
class ShortLabel final : public QLabel {
    Q_OBJECT

public:
    ShortLabel(const char* part, QWidget* parent);

    void setWords(const QString& words);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QString shown() const;
    void followRoom();
};

} // namespace tutti::ui

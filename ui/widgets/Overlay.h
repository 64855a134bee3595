#pragma once

#include <QPointer>
#include <QWidget>

class QFrame;

namespace tutti::ui {

/// A card over the whole window with the rest dimmed. It never waits for an answer: it signals. Esc or a click beside the
/// card closes it. It keeps the keyboard while it is up and hands it back where it was.
class Overlay : public QWidget {
    Q_OBJECT

public:
    explicit Overlay(QWidget* window);

    void openOver();
    void closeOverlay();
    QFrame* card() const { return m_card; }

signals:
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QFrame* m_card;
    QPointer<QWidget> m_focusBefore;
};

} // namespace tutti::ui

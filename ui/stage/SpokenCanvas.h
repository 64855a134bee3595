#pragma once

#include <QStringList>
#include <QWidget>

namespace tutti::ui {

/// A painted widget that screen readers meet as a list: one sentence an entry, each with its place. Arrow keys walk through the
/// entries; nothing is announced by itself.
class SpokenCanvas : public QWidget {
    Q_OBJECT

public:
    explicit SpokenCanvas(QWidget* parent);

    virtual QStringList sentences() const = 0;
    /// In this widget's coordinates.
    virtual QRect sentenceArea(int entry) const = 0;
    /// The entry the arrow keys stand on; -1 without focus.
    int entry() const { return hasFocus() ? m_entry : -1; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void walkTo(int entry);

    int m_entry = 0;
};

} // namespace tutti::ui

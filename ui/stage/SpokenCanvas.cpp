#include "ui/stage/SpokenCanvas.h"

#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QPointer>

#include <algorithm>
#include <map>

namespace tutti::ui {
namespace {

/// One entry of the list.
class EntryAccess final : public QAccessibleInterface {
public:
    EntryAccess(SpokenCanvas* canvas, int entry)
        : m_canvas(canvas)
        , m_entry(entry)
    {
    }

    bool isValid() const override { return m_canvas && m_entry < m_canvas->sentences().size(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_canvas.data());
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_canvas->sentences().at(m_entry)
                                                      : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override
    {
        const QRect area = isValid() ? m_canvas->sentenceArea(m_entry) : QRect();
        return isValid() ? QRect(m_canvas->mapToGlobal(area.topLeft()), area.size()) : area;
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.readOnly = true;
        state.focused = m_canvas && m_canvas->entry() == m_entry;
        state.invalid = !isValid();
        return state;
    }

private:
    QPointer<SpokenCanvas> m_canvas;
    int m_entry;
};

/// The list itself.
class CanvasAccess final : public QAccessibleWidget {
public:
    explicit CanvasAccess(SpokenCanvas* canvas)
        : QAccessibleWidget(canvas, QAccessible::List)
        , m_canvas(canvas)
    {
    }
    ~CanvasAccess() override
    {
        for (const auto& [entry, id] : m_entries) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }
    CanvasAccess(const CanvasAccess&) = delete;
    CanvasAccess& operator=(const CanvasAccess&) = delete;

    int childCount() const override { return static_cast<int>(m_canvas->sentences().size()); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        const auto known = m_entries.find(index);
        if (known != m_entries.end()) {
            return QAccessible::accessibleInterface(known->second);
        }
        auto* entry = new EntryAccess(m_canvas, index);
        m_entries[index] = QAccessible::registerAccessibleInterface(entry);
        return entry;
    }
    int indexOfChild(const QAccessibleInterface* sought) const override
    {
        const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const auto& entry) {
            return QAccessible::accessibleInterface(entry.second) == sought;
        });
        return found == m_entries.end() ? -1 : found->first;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPoint at = m_canvas->mapFromGlobal(QPoint(x, y));
        for (int i = 0; i < childCount(); ++i) {
            if (m_canvas->sentenceArea(i).contains(at)) {
                return child(i);
            }
        }
        return nullptr;
    }
    QAccessibleInterface* focusChild() const override { return child(m_canvas->entry()); }

private:
    SpokenCanvas* m_canvas;
    mutable std::map<int, QAccessible::Id> m_entries;
};

QAccessibleInterface* makeAccess(const QString&, QObject* object)
{
    auto* canvas = qobject_cast<SpokenCanvas*>(object);
    return canvas ? new CanvasAccess(canvas) : nullptr;
}

} // namespace

SpokenCanvas::SpokenCanvas(QWidget* parent)
    : QWidget(parent)
{
    QAccessible::installFactory(makeAccess);
    setFocusPolicy(Qt::TabFocus);
}

void SpokenCanvas::walkTo(int entry)
{
    const auto count = static_cast<int>(sentences().size());
    m_entry = std::clamp(entry, 0, std::max(0, count - 1));
    update();
    if (count > 0) {
        QAccessibleEvent moved(this, QAccessible::Focus);
        moved.setChild(m_entry);
        QAccessible::updateAccessibility(&moved);
    }
}

void SpokenCanvas::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
        walkTo(m_entry + 1);
        break;
    case Qt::Key_Up:
    case Qt::Key_Left:
        walkTo(m_entry - 1);
        break;
    case Qt::Key_Home:
        walkTo(0);
        break;
    case Qt::Key_End:
        walkTo(static_cast<int>(sentences().size()) - 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SpokenCanvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void SpokenCanvas::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace tutti::ui

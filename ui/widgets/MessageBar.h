#pragma once

#include "ui/models/Message.h"
#include "ui/widgets/ViewContext.h"

#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace tutti::ui {

/// Messages for the teacher, newest first: at most two, then how many more. Each stays until it is mended or closed. Below
/// them, for eight seconds, what can just be undone. They lie over the lower edge of another widget, so that nothing moves
/// when one comes, and they never take the keyboard.
class MessageBar final : public QWidget {
    Q_OBJECT

public:
    MessageBar(const ViewContext& context, QWidget* parent = nullptr);

    /// A message under a key that is already there takes its place.
    void post(const QString& key, const Message& message);
    /// Takes back what is no longer true.
    void withdraw(const QString& key);
    std::vector<Message> messages() const;
    /// `what` can be undone for a while.
    void offerUndo(const QString& what);
    void withdrawUndo();
    /// Lies over the lower edge of `anchor` from now on, `above` pixels away from it.
    void setAnchor(QWidget* anchor, int above);

signals:
    void actionPressed(const QString& key);
    void undoRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Entry {
        QString key;
        Message message;
    };
    void rebuild();
    void place();
    QWidget* makeRow(const Entry& entry);
    QWidget* makeUndo();

    ViewContext m_context;
    std::vector<Entry> m_entries;
    QString m_undo;
    QTimer m_undoEnds;
    QWidget* m_anchor = nullptr;
    int m_above = 0;
    QVBoxLayout* m_rows;
};

} // namespace tutti::ui

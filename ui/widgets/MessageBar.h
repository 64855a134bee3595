#pragma once

#include "ui/models/Message.h"
#include "ui/widgets/ViewContext.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace tutti::ui {

/// Messages for the teacher, newest first: at most two, then how many more. Each stays until it is closed.
class MessageBar final : public QWidget {
    Q_OBJECT

public:
    MessageBar(const ViewContext& context, QWidget* parent = nullptr);

    /// A message that is already there is not said twice.
    void post(const Message& message);
    /// Takes back what is no longer true.
    void withdraw(const Message& message);
    const std::vector<Message>& messages() const { return m_messages; }

private:
    void rebuild();
    QWidget* makeRow(const Message& message);

    ViewContext m_context;
    std::vector<Message> m_messages;
    QVBoxLayout* m_rows;
};

} // namespace tutti::ui

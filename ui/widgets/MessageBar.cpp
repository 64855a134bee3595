#include "ui/widgets/MessageBar.h"

#include "ui/widgets/Parts.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace tutti::ui {
namespace {

constexpr std::size_t kShown = 2;
/// More than this many at once help nobody; the oldest goes.
constexpr std::size_t kMost = 20;

} // namespace

MessageBar::MessageBar(const ViewContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(12, 0, 12, 12);
    m_rows->setSpacing(8);
    hide();
}

void MessageBar::post(const Message& message)
{
    if (std::find(m_messages.begin(), m_messages.end(), message) != m_messages.end()) {
        return;
    }
    m_messages.insert(m_messages.begin(), message);
    if (m_messages.size() > kMost) {
        m_messages.pop_back();
    }
    rebuild();
}

void MessageBar::withdraw(const Message& message)
{
    if (std::erase(m_messages, message) > 0) {
        rebuild();
    }
}

void MessageBar::rebuild()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < std::min(kShown, m_messages.size()); ++i) {
        m_rows->addWidget(makeRow(m_messages[i]));
    }
    if (m_messages.size() > kShown) {
        m_rows->addWidget(
            makeLabel(tr("%1 more").arg(m_messages.size() - kShown), "secondary", this));
    }
    setVisible(!m_messages.empty());
}

QWidget* MessageBar::makeRow(const Message& message)
{
    const bool problem = message.tone == Message::Tone::Problem;
    auto* row = new QFrame(this);
    setPart(row, problem ? "problem" : "notice");
    row->setAccessibleName(message.title);
    row->setAccessibleDescription(message.advice);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    auto* advice = makeLabel(message.advice, "secondary", row);
    advice->setWordWrap(true);
    words->addWidget(makeLabel(message.title, "strong", row));
    words->addWidget(advice);
    auto* close = makeButton(tr("OK"), "panelButton", row);
    close->setAccessibleName(tr("Close: %1").arg(message.title));
    connect(close, &QPushButton::clicked, this, [this, message] { withdraw(message); });
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(14, 8, 10, 8);
    layout->setSpacing(12);
    layout->addWidget(makeIconLabel(QStringLiteral("warning"), m_context,
                                    problem ? &Theme::danger : &Theme::warn, 20, row));
    layout->addLayout(words, 1);
    layout->addWidget(close);
    return row;
}

} // namespace tutti::ui

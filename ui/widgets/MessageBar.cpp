#include "ui/widgets/MessageBar.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/ShortLabel.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace tutti::ui {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kShown = 2;
/// More than this many at once help nobody; the oldest goes.
constexpr std::size_t kMost = 20;
constexpr std::chrono::milliseconds kUndoShows = 8s;
constexpr int kWidest = 640;
constexpr int kMargin = 8;

} // namespace

MessageBar::MessageBar(const ViewContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_undoEnds(this)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(6);
    m_undoEnds.setSingleShot(true);
    m_undoEnds.setInterval(kUndoShows);
    connect(&m_undoEnds, &QTimer::timeout, this, &MessageBar::withdrawUndo);
    hide();
}

void MessageBar::post(const QString& key, const Message& message)
{
    const auto known = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry& entry) { return entry.key == key; });
    if (known != m_entries.end()) {
        if (known->message == message) {
            return;
        }
        m_entries.erase(known);
    }
    m_entries.insert(m_entries.begin(), {key, message});
    if (m_entries.size() > kMost) {
        m_entries.pop_back();
    }
    rebuild();
}

void MessageBar::withdraw(const QString& key)
{
    if (std::erase_if(m_entries, [&](const Entry& entry) { return entry.key == key; }) > 0) {
        rebuild();
    }
}

std::vector<Message> MessageBar::messages() const
{
    std::vector<Message> all;
    for (const Entry& entry : m_entries) {
        all.push_back(entry.message);
    }
    return all;
}

void MessageBar::offerUndo(const QString& what)
{
    m_undo = what;
    m_undoEnds.start();
    rebuild();
}

void MessageBar::withdrawUndo()
{
    m_undoEnds.stop();
    if (!std::exchange(m_undo, {}).isEmpty()) {
        rebuild();
    }
}

void MessageBar::setAnchor(QWidget* anchor, int above)
{
    if (m_anchor) {
        m_anchor->removeEventFilter(this);
    }
    m_anchor = anchor;
    m_above = above;
    anchor->installEventFilter(this);
    place();
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (watched == m_anchor &&
        (type == QEvent::Resize || type == QEvent::Move || type == QEvent::Show)) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void MessageBar::place()
{
    if (!m_anchor || isHidden()) {
        return;
    }
    const int room = m_anchor->width() - 2 * kMargin;
    const int wide = std::min(kWidest, room);
    const int high = m_rows->hasHeightForWidth() ? m_rows->totalHeightForWidth(wide)
                                                 : m_rows->totalSizeHint().height();
    const QPoint corner = m_anchor->mapTo(parentWidget(), QPoint());
    setGeometry(corner.x() + kMargin + (room - wide) / 2,
                corner.y() + m_anchor->height() - m_above - kMargin - high, wide, high);
    raise();
}

void MessageBar::rebuild()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < std::min(kShown, m_entries.size()); ++i) {
        m_rows->addWidget(makeRow(m_entries[i]));
    }
    if (m_entries.size() > kShown) {
        QLabel* more =
            makeLabel(tr("%1 more").arg(m_entries.size() - kShown), "moreMessages", this);
        m_rows->addWidget(more, 0, Qt::AlignRight);
    }
    if (!m_undo.isEmpty()) {
        m_rows->addWidget(makeUndo());
    }
    setVisible(m_rows->count() > 0);
    // A layout leaves out what is not shown yet, and would come out too low.
    for (int i = 0; i < m_rows->count(); ++i) {
        m_rows->itemAt(i)->widget()->show();
    }
    place();
}

QWidget* MessageBar::makeRow(const Entry& entry)
{
    const Message& message = entry.message;
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
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(14, 7, 10, 7);
    layout->setSpacing(10);
    layout->addWidget(makeIconLabel(QStringLiteral("warning"), m_context,
                                    problem ? &Theme::danger : &Theme::warn, 20, row));
    layout->addLayout(words, 1);
    if (!message.action.isEmpty()) {
        auto* act = makeButton(message.action, "panelButton", row);
        connect(act, &QPushButton::clicked, this,
                [this, key = entry.key] { emit actionPressed(key); });
        layout->addWidget(act);
    }
    auto* close = makeButton(tr("OK"), "panelButton", row);
    close->setAccessibleName(tr("Close: %1").arg(message.title));
    connect(close, &QPushButton::clicked, this, [this, key = entry.key] { withdraw(key); });
    layout->addWidget(close);
    return row;
}

QWidget* MessageBar::makeUndo()
{
    auto* row = new QFrame(this);
    setPart(row, "toast");
    auto* words = new ShortLabel("secondary", row);
    words->setWords(tr("Undo: %1").arg(m_undo));
    auto* undo = makeButton(tr("Undo"), "panelButton", row);
    undo->setToolTip(tr("Ctrl+Z"));
    undo->setFocusPolicy(Qt::NoFocus);
    connect(undo, &QPushButton::clicked, this, &MessageBar::undoRequested);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(14, 4, 6, 4);
    layout->setSpacing(10);
    layout->addWidget(words, 1);
    layout->addWidget(undo);
    return row;
}

} // namespace tutti::ui

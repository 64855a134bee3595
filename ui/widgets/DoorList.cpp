#include "ui/widgets/DoorList.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/ShortLabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace tutti::ui {
namespace {

constexpr std::size_t kMostRows = 4;

} // namespace

DoorList::DoorList(const ViewContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(makeLabel({}, "panelTitle", this))
    , m_more(makeLabel({}, "secondary", this))
    , m_column(new QVBoxLayout)
{
    setPart(this, "help");
    m_column->setSpacing(6);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addLayout(m_column);
    column->addWidget(m_more);
    column->addStretch(1);
    auto* hint = makeLabel(tr("Unlock the room to let all of them in."), "secondary", this);
    hint->setWordWrap(true);
    column->addWidget(hint);
    refresh();
}

DoorList::Row DoorList::makeRow(const Knock& knock)
{
    auto* box = new QWidget(this);
    const QString who = knock.tablet > 0 ? tr("Tablet %1").arg(knock.tablet) : tr("New tablet");
    auto* name = new ShortLabel("strong", box);
    name->setWords(who);
    auto* admit = makeButton(tr("Let in"), "panelButton", box);
    auto* decline = makeButton(tr("Not now"), "panelButton", box);
    admit->setAccessibleName(tr("Let in: %1").arg(who));
    decline->setAccessibleName(tr("Not now: %1").arg(who));
    const auto answer = [this, device = knock.device](bool yes) {
        m_context.submit(AnswerDoor{device, yes});
    };
    connect(admit, &QPushButton::clicked, this, [answer] { answer(true); });
    connect(decline, &QPushButton::clicked, this, [answer] { answer(false); });
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(name, 1);
    row->addWidget(admit);
    row->addWidget(decline);
    m_column->addWidget(box);
    return {knock.device, box, admit};
}

bool DoorList::dropGone()
{
    const auto& knocks = m_context.state().door.knocks;
    const auto waits = [&](const Row& row) {
        return std::any_of(knocks.begin(), knocks.end(),
                           [&](const Knock& knock) { return knock.device == row.device; });
    };
    const auto gone = std::stable_partition(m_rows.begin(), m_rows.end(), waits);
    bool hadKeyboard = false;
    for (auto row = gone; row != m_rows.end(); ++row) {
        hadKeyboard = hadKeyboard || row->box->isAncestorOf(focusWidget());
        row->box->hide();
        m_column->removeWidget(row->box);
        row->box->deleteLater();
    }
    m_rows.erase(gone, m_rows.end());
    return hadKeyboard;
}

void DoorList::refresh()
{
    const auto& knocks = m_context.state().door.knocks;
    m_title->setText(tr("%1 at the door").arg(knocks.size()));
    const bool hadKeyboard = dropGone();
    // Whoever came later stands further down, so new rows only ever join below.
    for (const Knock& knock : knocks) {
        const bool shown = std::any_of(m_rows.begin(), m_rows.end(),
                                       [&](const Row& row) { return row.device == knock.device; });
        if (!shown && m_rows.size() < kMostRows) {
            m_rows.push_back(makeRow(knock));
        }
    }
    const std::size_t more = knocks.size() - m_rows.size();
    m_more->setVisible(more > 0);
    m_more->setText(tr("and %1 more").arg(more));
    if (hadKeyboard && !m_rows.empty()) {
        m_rows.front().firstStop->setFocus(Qt::OtherFocusReason);
    } else if (hadKeyboard) {
        emit keyboardLeft();
    }
}

} // namespace tutti::ui

#include "ui/widgets/RenameOverlay.h"

#include "ui/models/Words.h"
#include "ui/widgets/Parts.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace tutti::ui {

RenameOverlay::RenameOverlay(const ViewContext& context, Edits& edits, QWidget* window)
    : Overlay(window)
    , m_context(context)
    , m_edits(edits)
    , m_title(makeLabel({}, "title", card()))
    , m_name(new QLineEdit(card()))
{
    constexpr int kLongestName = 24;
    card()->setFixedWidth(380);
    m_name->setMaxLength(kLongestName);
    m_name->setAccessibleName(tr("First name"));
    m_name->setPlaceholderText(tr("First name, or leave it empty"));
    auto* cancel = makeButton(tr("Cancel"), "plain", card());
    auto* save = makeButton(tr("Rename"), "primary", card());
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto* layout = new QVBoxLayout(card());
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_name);
    layout->addWidget(
        makeLabel(tr("The class list changes too. Tablets show it only where names are on."),
                  "caption", card()));
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &Overlay::closeOverlay);
    connect(save, &QPushButton::clicked, this, &RenameOverlay::save);
    connect(m_name, &QLineEdit::returnPressed, this, &RenameOverlay::save);
}

void RenameOverlay::ask(SeatId id)
{
    const Seat* seat = m_context.state().seat(id);
    if (!seat) {
        return;
    }
    m_seat = id;
    m_title->setText(tr("Rename %1").arg(seatTitle(*seat)));
    setAccessibleName(m_title->text());
    m_name->setText(QString::fromStdString(seat->name));
    m_name->selectAll();
    openOver();
    m_name->setFocus(Qt::PopupFocusReason);
}

void RenameOverlay::save()
{
    closeOverlay();
    m_edits.rename(m_seat, m_name->text());
}

} // namespace tutti::ui

#include "ui/widgets/SeatPicker.h"

#include "ui/models/Words.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/Parts.h"

#include <QFrame>
#include <QGridLayout>
#include <QVBoxLayout>

namespace tutti::ui {
namespace {

constexpr int kColumns = 6;
constexpr int kPicture = 32;

} // namespace

SeatPicker::SeatPicker(const ViewContext& context, Edits& edits, QWidget* window)
    : Overlay(window)
    , m_context(context)
    , m_edits(edits)
    , m_title(makeLabel({}, "title", card()))
    , m_choices(new QGridLayout)
{
    auto* cancel = makeButton(tr("Cancel"), "plain", card());
    m_choices->setSpacing(6);
    auto* layout = new QVBoxLayout(card());
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(makeLabel(tr("The two change tablets. Nobody has to leave their place."),
                                "secondary", card()));
    layout->addLayout(m_choices);
    layout->addWidget(cancel, 0, Qt::AlignRight);
    connect(cancel, &QPushButton::clicked, this, &Overlay::closeOverlay);
}

void SeatPicker::ask(SeatId id)
{
    const Seat* seat = m_context.state().seat(id);
    if (!seat) {
        return;
    }
    m_title->setText(tr("Who really plays at the tablet of %1?").arg(seatTitle(*seat)));
    setAccessibleName(m_title->text());
    fill(id);
    openOver();
    if (m_choices->count() > 0) {
        m_choices->itemAt(0)->widget()->setFocus(Qt::PopupFocusReason);
    }
}

void SeatPicker::fill(SeatId id)
{
    while (QLayoutItem* item = m_choices->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Seat& seat : m_context.state().seats) {
        if (seat.id == id) {
            continue;
        }
        const QString animal = avatarWord(seat.avatar);
        auto* choice = makeButton(seatTitle(seat), "choice", card());
        choice->setIcon(QIcon(avatarPixmap(seat.avatar, kPicture, devicePixelRatioF(), false)));
        choice->setIconSize({kPicture, kPicture});
        choice->setToolTip(animal);
        if (!seat.name.empty()) {
            choice->setAccessibleName(tr("%1, the %2").arg(seatTitle(seat), animal));
        }
        const int place = m_choices->count();
        m_choices->addWidget(choice, place / kColumns, place % kColumns);
        connect(choice, &QPushButton::clicked, this, [this, id, other = seat.id] {
            closeOverlay();
            m_edits.swapSeats(id, other);
        });
    }
}

} // namespace tutti::ui

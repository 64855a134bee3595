#include "ui/widgets/HandCard.h"

#include "ui/models/Words.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/ShortLabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tutti::ui {

HandCard::HandCard(const ViewContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_picture(new QLabel(this))
    , m_words(new ShortLabel("strong", this))
    , m_time(makeLabel({}, "secondary", this))
    , m_show(makeButton(tr("Show"), "panelButton", this))
    , m_done(makeButton(tr("Done"), "panelButton", this))
{
    setPart(this, "hand");
    m_show->setToolTip(tr("Select this student. H goes through the raised hands."));
    m_done->setToolTip(tr("Lower the hand"));
    layOut();
    connect(m_show, &QPushButton::clicked, this, [this] { emit showRequested(m_seat); });
    connect(m_done, &QPushButton::clicked, this, [this] {
        m_context.submit(RaiseHand{m_seat, false});
    });
    hide();
}

void HandCard::layOut()
{
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_words);
    words->addWidget(m_time);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(9, 5, 8, 5);
    row->setSpacing(8);
    row->addWidget(m_picture);
    row->addLayout(words, 1);
    row->addWidget(m_show);
    row->addWidget(m_done);
}

void HandCard::setCompact(bool compact)
{
    m_compact = compact;
    m_time->setHidden(compact);
}

void HandCard::show(const Seat* seat)
{
    setHidden(!seat);
    if (!seat) {
        m_seat = {};
        return;
    }
    constexpr int kPicture = 28;
    const QString name = seatTitle(*seat);
    m_seat = seat->id;
    m_picture->setPixmap(avatarPixmap(seat->avatar, kPicture, devicePixelRatioF(), false));
    m_words->setWords(m_compact ? tr("%1: hand up").arg(name) : tr("%1 raised a hand").arg(name));
    m_show->setAccessibleName(tr("Show %1").arg(name));
    m_done->setAccessibleName(tr("Lower the hand of %1").arg(name));
    if (seat->handUpAt) {
        m_time->setText(agoWord(m_context.clock.now() - *seat->handUpAt));
    }
}

} // namespace tutti::ui

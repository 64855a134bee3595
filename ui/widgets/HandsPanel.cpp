#include "ui/widgets/HandsPanel.h"

#include "ui/models/Words.h"
#include "ui/widgets/HandCard.h"
#include "ui/widgets/Parts.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace tutti::ui {
namespace {

std::vector<const Seat*> handsIn(const RoomState& room)
{
    std::vector<const Seat*> up;
    for (const Seat& seat : room.seats) {
        if (seat.handUp) {
            up.push_back(&seat);
        }
    }
    std::stable_sort(up.begin(), up.end(), [](const Seat* a, const Seat* b) {
        return a->handUpAt.value_or(ServerTime{}) < b->handUpAt.value_or(ServerTime{});
    });
    return up;
}

std::vector<const Seat*> silentIn(const RoomState& room)
{
    std::vector<const Seat*> silent;
    for (const Seat& seat : room.seats) {
        if (seat.heardNothing && seat.connections > 0) {
            silent.push_back(&seat);
        }
    }
    return silent;
}

} // namespace

HandsPanel::HandsPanel(const ViewContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_moreSilent(makeLabel({}, "secondary", this))
    , m_moreHands(makeLabel({}, "secondary", this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(14, 0, 14, 12);
    rows->setSpacing(6);
    for (Chip& chip : m_silent) {
        chip = makeChip();
        rows->addWidget(chip.box);
    }
    rows->addWidget(m_moreSilent);
    for (HandCard*& card : m_cards) {
        card = new HandCard(context, this);
        rows->addWidget(card);
        connect(card, &HandCard::showRequested, this, &HandsPanel::showRequested);
    }
    rows->addWidget(m_moreHands);
    connect(&m_context.mirror, &RoomMirror::changed, this, &HandsPanel::refresh);
    refresh();
}

HandsPanel::Chip HandsPanel::makeChip()
{
    auto* box = new QFrame(this);
    setPart(box, "hand");
    auto* words = makeLabel({}, "body", box);
    words->setWordWrap(true);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(9, 5, 8, 5);
    row->setSpacing(8);
    row->addWidget(makeIconLabel(QStringLiteral("volume-off"), m_context, &Theme::warn, 16, box));
    row->addWidget(words, 1);
    return {box, words};
}

void HandsPanel::setCompact(bool compact)
{
    for (HandCard* card : m_cards) {
        card->setCompact(compact);
    }
    refresh();
}

void HandsPanel::showSilent()
{
    const auto silent = silentIn(m_context.state());
    for (std::size_t i = 0; i < kShown; ++i) {
        m_silent[i].box->setHidden(i >= silent.size());
        if (i < silent.size()) {
            m_silent[i].words->setText(
                tr("%1’s tablet is silent: check the volume keys").arg(seatTitle(*silent[i])));
        }
    }
    m_moreSilent->setHidden(silent.size() <= kShown);
    m_moreSilent->setText(tr("%1 more").arg(silent.size() - std::min(kShown, silent.size())));
}

void HandsPanel::showHands()
{
    const auto hands = handsIn(m_context.state());
    for (std::size_t i = 0; i < kShown; ++i) {
        m_cards[i]->show(i < hands.size() ? hands[i] : nullptr);
    }
    m_moreHands->setHidden(hands.size() <= kShown);
    m_moreHands->setText(tr("%1 more").arg(hands.size() - std::min(kShown, hands.size())));
    if (const auto count = static_cast<int>(hands.size()); count != m_hands) {
        m_hands = count;
        emit handsChanged(count);
    }
}

void HandsPanel::refresh()
{
    showSilent();
    showHands();
    setHidden(m_hands == 0 && m_silent.front().box->isHidden());
}

} // namespace tutti::ui

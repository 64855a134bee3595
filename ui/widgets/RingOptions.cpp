#include "ui/widgets/RingOptions.h"

#include "ui/models/RingMoves.h"
#include "ui/widgets/Choice.h"
#include "ui/widgets/Parts.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace tutti::ui {
namespace {

constexpr int kMostBeats = 16;
constexpr int kRestColumns = 8;

/// Shows what holds; a value of its own gets an entry of its own.
void choose(Choice& choice, int value, const QString& otherwise)
{
    int index = choice.findData(value);
    if (index < 0) {
        choice.addItem(otherwise, value);
        index = choice.count() - 1;
    }
    choice.setCurrentIndex(index);
}

/// The style sheet's bold letters are wider than the size that the list asks for.
void makeRoom(Choice& choice)
{
    qsizetype longest = 0;
    for (int i = 0; i < choice.count(); ++i) {
        longest = std::max(longest, choice.itemText(i).size());
    }
    // Asked for in the width of an x; most letters are narrower.
    constexpr int kOfFive = 4;
    choice.setMinimumContentsLength(static_cast<int>(longest) * kOfFive / 5 + 1);
}

} // namespace

RingOptions::RingOptions(const ViewContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_beats(new Choice(this))
    , m_each(new Choice(this))
    , m_level(new Choice(this))
    , m_turn(new Choice(this))
    , m_every(new Choice(this))
    , m_ghost(new QCheckBox(this))
    , m_more(makeButton(tr("More options"), "link", this))
    , m_moreRows(new QWidget(this))
{
    fill();
    for (Choice* choice : {m_beats, m_each, m_level, m_turn, m_every}) {
        makeRoom(*choice);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    addRow(column, tr("Beats in the ring"), m_beats);
    addRow(column, tr("Each student plays"), m_each);
    m_eachRow = m_each->parentWidget();
    column->addWidget(m_more, 0, Qt::AlignRight);
    auto* more = new QVBoxLayout(m_moreRows);
    more->setContentsMargins(0, 0, 0, 0);
    more->setSpacing(5);
    addRow(more, tr("Level"), m_level);
    addRow(more, tr("Beats move"), m_turn);
    addRow(more, tr("They move"), m_every);
    addRow(more, tr("Ghost sound"), m_ghost);
    more->addWidget(makeLabel(tr("Rest beats"), "secondary", m_moreRows));
    more->addWidget(makeRest());
    column->addWidget(m_moreRows);
    m_more->setCheckable(true);
    wire();
    followMore();
}

void RingOptions::fill()
{
    for (const int beats : {4, 8, 16}) {
        m_beats->addItem(QString::number(beats), beats);
    }
    m_each->addItem(tr("1 beat"), 1);
    m_each->addItem(tr("2 beats"), 2);
    m_level->addItem(tr("Seed K–1"), static_cast<int>(RingLevel::Seed));
    m_level->addItem(tr("Sprout 2–3"), static_cast<int>(RingLevel::Sprout));
    m_level->addItem(tr("Tree 4–5"), static_cast<int>(RingLevel::Tree));
    m_turn->addItem(tr("to the left"), static_cast<int>(RingTurn::Left));
    m_turn->addItem(tr("to the right"), static_cast<int>(RingTurn::Right));
    m_turn->addItem(tr("by chance"), static_cast<int>(RingTurn::Shuffle));
    m_turn->addItem(tr("in groups"), static_cast<int>(RingTurn::Groups));
    m_turn->addItem(tr("not at all"), static_cast<int>(RingTurn::Stay));
    m_every->addItem(tr("with Next round"), 0);
    for (const int passes : {2, 4, 8, 16}) {
        m_every->addItem(tr("every %1 times round").arg(passes), passes);
    }
    m_level->setToolTip(tr("How close to the beat a tap must be"));
    m_turn->setToolTip(tr("Where the beats go at the next round"));
    m_ghost->setToolTip(tr("A beat whose students are all away is played softly for them"));
}

void RingOptions::addRow(QVBoxLayout* column, const QString& words, QWidget* control)
{
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(makeLabel(words, "secondary", row));
    line->addStretch(1);
    line->addWidget(control);
    control->setParent(row);
    control->setAccessibleName(words);
    column->addWidget(row);
}

QWidget* RingOptions::makeRest()
{
    auto* box = new QWidget(m_moreRows);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    for (int beat = 1; beat <= kMostBeats; ++beat) {
        QPushButton* button = makeButton(QString::number(beat), "restBeat", box);
        button->setCheckable(true);
        button->setAccessibleName(tr("Rest on beat %1").arg(beat));
        button->setToolTip(tr("Nobody plays on beat %1").arg(beat));
        grid->addWidget(button, (beat - 1) / kRestColumns, (beat - 1) % kRestColumns);
        m_rest.push_back(button);
    }
    return box;
}

void RingOptions::wire()
{
    const auto send = [this](Choice* choice, auto make) {
        connect(choice, &Choice::activated, this,
                [this, choice, make] { m_context.submit(make(choice->currentData().toInt())); });
    };
    send(m_beats, setBeats);
    send(m_each, setEach);
    send(m_level, [](int level) { return setLevel(static_cast<RingLevel>(level)); });
    send(m_turn, [](int turn) { return setTurn(static_cast<RingTurn>(turn)); });
    send(m_every, setEvery);
    connect(m_ghost, &QCheckBox::clicked, this,
            [this](bool on) { m_context.submit(setGhost(on)); });
    connect(m_more, &QPushButton::clicked, this, &RingOptions::followMore);
    for (QPushButton* button : m_rest) {
        connect(button, &QPushButton::clicked, this, [this] {
            std::vector<int> beats;
            for (std::size_t i = 0; i < m_rest.size(); ++i) {
                if (m_rest[i]->isChecked() && m_rest[i]->isVisibleTo(this)) {
                    beats.push_back(static_cast<int>(i) + 1);
                }
            }
            m_context.submit(setRest(beats));
        });
    }
}

void RingOptions::followMore()
{
    const bool open = m_more->isChecked();
    m_more->setText(open ? tr("Fewer options") : tr("More options"));
    m_more->setAccessibleName(m_more->text());
    m_moreRows->setVisible(open);
    m_eachRow->setVisible(open || !m_compact);
}

void RingOptions::setCompact(bool compact)
{
    m_compact = compact;
    followMore();
}

void RingOptions::follow(const RingState& ring)
{
    choose(*m_beats, ring.beats, QString::number(ring.beats));
    choose(*m_each, ring.each, tr("%1 beats").arg(ring.each));
    choose(*m_level, static_cast<int>(ring.level), {});
    choose(*m_turn, static_cast<int>(ring.turn), {});
    choose(*m_every, ring.every, tr("every %1 times round").arg(ring.every));
    m_ghost->setChecked(ring.ghost);
    for (std::size_t i = 0; i < m_rest.size(); ++i) {
        const int beat = static_cast<int>(i) + 1;
        m_rest[i]->setVisible(beat <= ring.beats);
        m_rest[i]->setChecked(ring.isRest(beat));
    }
}

} // namespace tutti::ui

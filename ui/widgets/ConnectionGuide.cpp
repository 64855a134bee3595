#include "ui/widgets/ConnectionGuide.h"

#include "ui/models/NetworkChecks.h"
#include "ui/widgets/CheckLine.h"
#include "ui/widgets/ConnectionPicture.h"
#include "ui/widgets/HelperStep.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/QrView.h"
#include "ui/widgets/WayOutCard.h"

#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace tutti::ui {
namespace {

constexpr int kTestSide = 108;

QLabel* wrapped(const char* part, QWidget* parent)
{
    QLabel* label = makeLabel({}, part, parent);
    label->setWordWrap(true);
    return label;
}

/// What a line is about goes at once, not when the loop comes round.
void clear(QVBoxLayout* column)
{
    while (QLayoutItem* item = column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

ConnectionGuide::ConnectionGuide(const ViewContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_close(makeButton({}, "iconPlain", this))
    , m_ready(wrapped("secondary", this))
    , m_network(wrapped("secondary", this))
    , m_isSame(makeButton(tr("The same"), "panelButton", this))
    , m_isOther(makeButton(tr("Another one"), "panelButton", this))
    , m_test(new QrView(this))
    , m_testAddress(wrapped("strong", this))
    , m_arrived(wrapped("strong", this))
    , m_speed(wrapped("secondary", this))
    , m_chip(makeLabel({}, "chipWarn", this))
    , m_title(wrapped("title", this))
    , m_text(wrapped("lead", this))
    , m_picture(new ConnectionPicture(context.look, this))
    , m_evidence(new QVBoxLayout)
    , m_waysTitle(makeLabel(tr("What you can do, best first"), "panelTitle", this))
    , m_ways(new QVBoxLayout)
    , m_it(wrapped("secondary", this))
{
    m_isSame->setCheckable(true);
    m_isOther->setCheckable(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    row->addWidget(makeSteps(), 4);
    row->addWidget(makeDiagnosis(), 6);
    row->addWidget(makeWays(), 4);
    connect(m_isSame, &QPushButton::clicked, this, [this] { answer(SameNetwork::Yes); });
    connect(m_isOther, &QPushButton::clicked, this, [this] { answer(SameNetwork::No); });
    connect(&m_context.mirror, &RoomMirror::changed, this, &ConnectionGuide::refresh);
    refresh();
}

QWidget* ConnectionGuide::makeHead(QWidget* parent)
{
    m_close->setFixedSize(30, 30);
    m_close->setAccessibleName(tr("Close the connection helper"));
    m_close->setToolTip(tr("Back to the lobby (Esc)"));
    // Only with the keyboard in here: a card above has an Esc of its own.
    connect(new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, &ConnectionGuide::closed);
    setLineIcon(m_close, QStringLiteral("close"), m_context);
    connect(m_close, &QPushButton::clicked, this, &ConnectionGuide::closed);
    auto* box = new QWidget(parent);
    auto* head = new QHBoxLayout(box);
    head->setContentsMargins(16, 8, 10, 6);
    head->addWidget(makeLabel(tr("Connection helper"), "panelFigure", parent), 1);
    head->addWidget(m_close);
    return box;
}

QWidget* ConnectionGuide::makeSteps()
{
    QFrame* panel = makePanel(this);
    const std::array<QString, kHelperSteps> titles{tr("Laptop is ready"), tr("Same network name"),
                                                   tr("Test with one tablet"),
                                                   tr("Check the speed")};
    const std::array<QWidget*, kHelperSteps> contents{m_ready, makeNetworkStep(), makeTestStep(),
                                                      m_speed};
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(1, 1, 1, 10);
    column->setSpacing(0);
    column->addWidget(makeHead(panel));
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        m_steps[i] =
            new HelperStep(static_cast<int>(i) + 1, titles[i], contents[i], m_context, panel);
        column->addWidget(makeHairline(panel));
        column->addWidget(m_steps[i]);
    }
    column->addStretch(1);
    auto* meanwhile =
        makeLabel(tr("You can teach meanwhile. The click works."), "secondary", panel);
    meanwhile->setWordWrap(true);
    meanwhile->setContentsMargins(16, 0, 12, 0);
    column->addWidget(meanwhile);
    return panel;
}

QWidget* ConnectionGuide::makeNetworkStep()
{
    auto* box = new QWidget(this);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_isSame);
    buttons->addWidget(m_isOther);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_network);
    column->addLayout(buttons);
    return box;
}

QWidget* ConnectionGuide::makeTestStep()
{
    auto* box = new QWidget(this);
    m_test->setFixedSize(kTestSide, kTestSide);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_arrived);
    words->addStretch(1);
    auto* typed = new QHBoxLayout;
    typed->setSpacing(6);
    typed->addWidget(makeLabel(tr("or type"), "secondary", box));
    typed->addWidget(m_testAddress, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_test);
    row->addLayout(words, 1);
    auto* hint = wrapped("secondary", box);
    hint->setText(tr("Scan this. It only opens a small green page."));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(hint);
    column->addLayout(row);
    column->addLayout(typed);
    return box;
}

QWidget* ConnectionGuide::makeDiagnosis()
{
    QFrame* panel = makePanel(this);
    m_evidence->setSpacing(6);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(28, 24, 28, 20);
    column->setSpacing(10);
    column->addWidget(m_chip, 0, Qt::AlignLeft);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_picture);
    column->addSpacing(4);
    column->addWidget(makeLabel(tr("How we know"), "panelTitle", panel));
    column->addLayout(m_evidence);
    column->addStretch(1);
    return panel;
}

QWidget* ConnectionGuide::makeWays()
{
    QFrame* panel = makePanel(this);
    m_it->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_ways->setSpacing(10);
    auto* list = new QWidget;
    setPart(list, "side");
    auto* inList = new QVBoxLayout(list);
    inList->setContentsMargins(0, 0, 6, 0);
    inList->addLayout(m_ways);
    inList->addStretch(1);
    auto* scroll = new QScrollArea(panel);
    setPart(scroll, "side");
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(16, 14, 10, 12);
    column->setSpacing(10);
    column->addWidget(m_waysTitle);
    column->addWidget(scroll, 1);
    column->addWidget(makeLabel(tr("For IT"), "panelTitle", panel));
    column->addWidget(m_it);
    return panel;
}

void ConnectionGuide::restKeyboard()
{
    m_close->setFocus(Qt::OtherFocusReason);
}

void ConnectionGuide::answer(SameNetwork same)
{
    m_same = same;
    m_isSame->setChecked(same == SameNetwork::Yes);
    m_isOther->setChecked(same == SameNetwork::No);
    refresh();
}

void ConnectionGuide::copyNote()
{
    QGuiApplication::clipboard()->setText(noteForIt(m_status));
    m_it->setText(tr("The note is in the clipboard. Paste it into a message to IT."));
}

void ConnectionGuide::setNetworkStatus(const NetworkStatus& status)
{
    m_status = status;
    const QString address = QString::fromStdString(status.address) + QStringLiteral("/t");
    m_test->setText(status.listening ? QStringLiteral("http://") + address : QString());
    m_testAddress->setText(status.listening ? address : QString());
    m_it->setText(
        tr("%1 tcp, http and WebSocket, adapter %2")
            .arg(QString::fromStdString(status.address), QString::fromStdString(status.adapter)));
    m_shown.reset();
    refresh();
}

void ConnectionGuide::refresh()
{
    showSteps();
    showDiagnosis();
}

void ConnectionGuide::showSteps()
{
    const RoomState& room = m_context.state();
    const auto checks = networkChecks(m_status, room, m_context.clock.now());
    m_ready->setText(QStringLiteral("%1. %2").arg(checks.front().title, checks.front().detail));
    m_network->setText(
        tr("Does the tablet show the network of this laptop? %1").arg(checks.front().title));
    const bool arrived = m_status.visitors > 0 || room.seatsHere() > 0;
    m_arrived->setText(arrived ? tr("It arrived") : tr("Nothing arrived yet"));
    setPart(m_arrived, arrived ? "strongOk" : "strongWarn");
    m_speed->setText(checks[2].detail);
    const auto steps = stepsOf(m_status, room, m_same);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        m_steps[i]->setState(steps[i]);
    }
}

void ConnectionGuide::showDiagnosis()
{
    const RoomState& room = m_context.state();
    const Obstacle obstacle = obstacleOf(m_status, room, m_same, m_context.clock.now());
    const Diagnosis diagnosis = diagnosisOf(obstacle, m_status, room);
    showEvidence(diagnosis.evidence);
    if (m_shown == obstacle) {
        return;
    }
    m_shown = obstacle;
    const bool good = obstacle == Obstacle::None;
    m_chip->setText(good ? tr("It works") : tr("Most likely"));
    setPart(m_chip, good ? "chipOk" : "chipWarn");
    m_title->setText(diagnosis.title);
    m_text->setText(diagnosis.text);
    m_picture->setObstacle(obstacle);
    m_picture->setAccessibleName(diagnosis.title);
    showWays(diagnosis.ways);
}

void ConnectionGuide::showEvidence(const std::vector<Evidence>& evidence)
{
    while (m_evidence->count() < static_cast<int>(evidence.size())) {
        m_evidence->addWidget(new EvidenceLine(m_context, this));
    }
    for (int i = 0; i < m_evidence->count(); ++i) {
        auto* line = static_cast<EvidenceLine*>(m_evidence->itemAt(i)->widget());
        const auto index = static_cast<std::size_t>(i);
        line->setVisible(index < evidence.size());
        if (index < evidence.size()) {
            line->setEvidence(evidence[index].good, evidence[index].text);
        }
    }
}

void ConnectionGuide::showWays(const std::vector<WayOut>& ways)
{
    if (m_ways->parentWidget() && m_ways->parentWidget()->isAncestorOf(focusWidget())) {
        restKeyboard();
    }
    clear(m_ways);
    m_waysTitle->setVisible(!ways.empty());
    bool best = true;
    for (const WayOut& way : ways) {
        if (!best) {
            m_ways->addWidget(makeHairline(this));
        }
        auto* card = new WayOutCard(way, best, m_context, this);
        connect(card, &WayOutCard::noteWanted, this, &ConnectionGuide::copyNote);
        m_ways->addWidget(card);
        best = false;
    }
}

} // namespace tutti::ui

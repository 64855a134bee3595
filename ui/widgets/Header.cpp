#include "ui/widgets/Header.h"

#include "ui/models/Words.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/RoomChip.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QResizeEvent>
#include <QTabBar>
#include <QToolButton>

#include <array>

namespace tutti::ui {
namespace {

constexpr int kCompactBelow = 1320;
constexpr int kHeight = 46;

QWidget* makeFigure(const QString& icon, QLabel* label, const ViewContext& context, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(makeIconLabel(icon, context, &Theme::text2, 16, box));
    row->addWidget(label);
    return box;
}

/// Not addSection(): with a style sheet its words are not shown.
void addHeading(QMenu& menu, const QString& words)
{
    menu.addSeparator();
    menu.addAction(words)->setEnabled(false);
}

} // namespace

Header::Header(const ViewContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_tabs(new QTabBar(this))
    , m_class(new QToolButton(this))
    , m_time(makeLabel({}, "body", this))
    , m_count(makeLabel({}, "body", this))
    , m_lesson(makeFigure(QStringLiteral("clock"), m_time, context, this))
    , m_here(makeFigure(QStringLiteral("users"), m_count, context, this))
    , m_chip(new RoomChip(context, this))
    , m_end(makeButton(tr("End lesson"), "panelButton", this))
    , m_menu(new QToolButton(this))
{
    setPart(this, "header");
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(kHeight);
    makeTabs();
    // popup(), for a tool button of its own accord would stand in an event loop of its own.
    connect(m_menu, &QToolButton::clicked, this, [this, menu = makeMenu()] {
        const int left = m_menu->width() - menu->sizeHint().width();
        menu->popup(m_menu->mapToGlobal(QPoint(left, m_menu->height() + 2)));
    });
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setToolTip(tr("Menu"));
    setLineIcon(m_menu, QStringLiteral("menu"), context, &Theme::text, 18);
    setPart(m_class, "class");
    m_class->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_class->setLayoutDirection(Qt::RightToLeft); // the arrow after the name
    setLineIcon(m_class, QStringLiteral("chevron-down"), context, &Theme::text2, 14);
    connect(m_class, &QToolButton::clicked, this, &Header::openClassMenu);
    layOut();
    connect(m_chip, &RoomChip::clicked, this, &Header::qrRequested);
    connect(m_end, &QPushButton::clicked, this, &Header::endRequested);
    connect(&m_context.mirror, &RoomMirror::changed, this, &Header::refresh);
    refresh();
}

void Header::makeTabs()
{
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setAccessibleName(tr("Views"));
    m_tabs->addTab(tr("Lobby"));
    m_tabs->addTab(tr("Teach"));
    m_tabs->addTab(tr("Class list"));
    m_tabs->setTabToolTip(ClassTab, tr("Ctrl+4"));
    m_tabs->setTabToolTip(LobbyTab, tr("Ctrl+1"));
    m_tabs->setTabToolTip(TeachTab, tr("Ctrl+2, once the lesson has started"));
    m_tabs->setIconSize(QSize(17, 17));
    paintTabs();
    connect(&m_context.look, &Look::changed, this, &Header::paintTabs);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        paintTabs();
        emit tabChanged(tab);
    });
}

void Header::paintTabs()
{
    constexpr std::array kIcons{"door-open", "teach", "users"};
    const Theme& theme = m_context.look.theme();
    for (int tab = LobbyTab; tab <= ClassTab; ++tab) {
        const QColor& colour = tab == m_tabs->currentIndex() ? theme.text : theme.text2;
        const QString name = QString::fromLatin1(kIcons[static_cast<std::size_t>(tab)]);
        m_tabs->setTabIcon(tab, lineIcon(name, colour, theme.text3));
    }
}

QMenu* Header::makeMenu()
{
    auto* menu = new QMenu(this);
    connect(menu->addAction(tr("Sound…")), &QAction::triggered, this, &Header::soundRequested);
    addHeading(*menu, tr("Colours"));
    auto* group = new QActionGroup(menu);
    const auto add = [&](const QString& text, Look::Choice choice) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_context.look.choice() == choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, choice] { m_context.look.choose(choice); });
    };
    add(tr("As the system"), Look::Choice::System);
    add(tr("Light"), Look::Choice::Light);
    add(tr("Dark"), Look::Choice::Dark);
    addHeading(*menu, tr("Size, from the next start on"));
    auto* sizes = new QActionGroup(menu);
    for (const int percent : Look::kSizes) {
        QAction* action = menu->addAction(tr("%1 %").arg(percent));
        action->setCheckable(true);
        action->setChecked(m_context.look.size() == percent);
        sizes->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, percent] { m_context.look.setSize(percent); });
    }
    menu->addSeparator();
    QAction* motion = menu->addAction(tr("Reduce motion"));
    motion->setCheckable(true);
    motion->setChecked(m_context.look.reducedMotion());
    connect(motion, &QAction::toggled, this,
            [this](bool on) { m_context.look.setReducedMotion(on); });
    return menu;
}

void Header::setClasses(const std::vector<ClassEntry>& classes)
{
    m_classes = classes;
}

void Header::openClassMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ClassEntry& entry : m_classes) {
        QAction* action = menu->addAction(QString::fromStdString(entry.name));
        action->setCheckable(true);
        action->setChecked(entry.id == m_context.state().classId);
        connect(action, &QAction::triggered, this, [this, id = entry.id] { emit classChosen(id); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Class list…")), &QAction::triggered, this,
            [this] { showTab(ClassTab); });
    menu->popup(m_class->mapToGlobal(QPoint(0, m_class->height() + 2)));
}

void Header::layOut()
{
    auto* logo = new QLabel(this);
    const auto paint = [this, logo] {
        logo->setPixmap(logoPixmap(24, devicePixelRatioF(), m_context.look.theme().text));
    };
    paint();
    connect(&m_context.look, &Look::changed, logo, paint);
    auto* name = makeLabel(QStringLiteral("Tutti"), "brand", this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 10, 0);
    row->setSpacing(8);
    row->addWidget(logo);
    row->addWidget(name);
    row->addSpacing(12);
    row->addWidget(m_tabs, 0, Qt::AlignBottom);
    row->addStretch(1);
    row->addWidget(m_class);
    row->addSpacing(8);
    row->addWidget(m_lesson);
    row->addSpacing(4);
    row->addWidget(m_here);
    row->addSpacing(4);
    row->addWidget(m_chip);
    row->addWidget(m_end);
    row->addWidget(m_menu);
}

void Header::setNetworkStatus(const NetworkStatus& status)
{
    m_chip->setNetworkStatus(status);
}

Header::Tab Header::currentTab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void Header::showTab(Tab tab)
{
    if (m_tabs->isTabEnabled(tab)) {
        m_tabs->setCurrentIndex(tab);
    }
}

void Header::refresh()
{
    const RoomState& state = m_context.state();
    const bool lesson = state.phase == RoomPhase::Lesson;
    // First, for a tab bar leaves a tab that goes to its next neighbour.
    if (!lesson && currentTab() == TeachTab) {
        m_tabs->setCurrentIndex(LobbyTab);
    }
    m_tabs->setTabEnabled(TeachTab, lesson);
    const int widest = m_narrow ? 150 : 220;
    const QString name = QString::fromStdString(state.className);
    m_class->setText(m_class->fontMetrics().elidedText(name, Qt::ElideRight, widest));
    m_class->setAccessibleName(tr("Class: %1").arg(name));
    const QString hint = tr("Switch to another class");
    m_class->setToolTip(m_class->text() == name ? hint : name + QLatin1Char('\n') + hint);
    m_lesson->setVisible(lesson);
    m_here->setVisible(state.isOpen());
    m_end->setVisible(state.isOpen());
    m_end->setText(lesson ? tr("End lesson") : tr("Close the room"));
    m_end->setAccessibleName(m_end->text());
    if (lesson && state.lessonStartedAt) {
        m_time->setText(durationWord(m_context.clock.now() - *state.lessonStartedAt));
    }
    const QString words = m_narrow ? tr("%1 of %2") : tr("%1 of %2 here");
    m_count->setText(words.arg(state.seatsHere()).arg(state.seats.size()));
}

void Header::resizeEvent(QResizeEvent* event)
{
    constexpr int kNarrowBelow = 1200;
    m_chip->setCompact(event->size().width() < kCompactBelow);
    m_narrow = event->size().width() < kNarrowBelow;
    QWidget::resizeEvent(event);
    refresh();
}

} // namespace tutti::ui

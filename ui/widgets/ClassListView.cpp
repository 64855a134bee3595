#include "ui/widgets/ClassListView.h"

#include "ui/models/Rosters.h"
#include "ui/models/Words.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/ClassItemDelegate.h"
#include "ui/widgets/NameDialog.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/ShortLabel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tutti::ui {
namespace {

constexpr auto kMostStudents = static_cast<std::size_t>(kMaxClassSeats);
/// So that 24 fit the usual window.
constexpr int kRowHeight = 30;
constexpr int kPicture = 24;
constexpr qsizetype kLongestName = 20;
enum Column { PictureColumn, NameColumn, Columns };

QString cleaned(const QString& name)
{
    QString text = name.simplified().left(kLongestName);
    if (!text.isEmpty() && text.back().isHighSurrogate()) {
        text.chop(1);
    }
    return text;
}

QString studentsWord(std::size_t count)
{
    return count == 1 ? ClassListView::tr("1 student")
                      : ClassListView::tr("%1 students").arg(count);
}

/// The picture in its own colours whether its row is chosen, greyed or neither.
QIcon pictureIcon(const std::string& avatar, qreal ratio)
{
    const QPixmap picture = avatarPixmap(avatar, kPicture, ratio, false);
    QIcon icon;
    for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Disabled, QIcon::Selected}) {
        icon.addPixmap(picture, mode);
    }
    return icon;
}

} // namespace

ClassListView::ClassListView(const ViewContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_classes(new QListWidget(this))
    , m_table(new QTableWidget(0, Columns, this))
    , m_title(new ShortLabel("panelFigure", this))
    , m_count(makeLabel({}, "secondary", this))
    , m_hint(makeLabel({}, "secondary", this))
    , m_names(new QCheckBox(tr("First names on tablets"), this))
    , m_new(makeButton(tr("New class"), "panelButton", this))
    , m_rename(makeButton(tr("Rename"), "panelButton", this))
    , m_add(makeButton(tr("Add"), "panelButton", this))
    , m_remove(makeButton(tr("Remove"), "panelButton", this))
    , m_paste(makeButton(tr("Paste names"), "panelButton", this))
    , m_undo(makeButton(tr("Undo"), "link", this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    row->addWidget(makeClasses());
    row->addWidget(makeStudents(), 1);
    connect(m_new, &QPushButton::clicked, this, &ClassListView::createClass);
    connect(m_rename, &QPushButton::clicked, this, &ClassListView::renameClass);
    connect(m_add, &QPushButton::clicked, this, &ClassListView::addStudent);
    connect(m_remove, &QPushButton::clicked, this, &ClassListView::removeSelected);
    connect(m_undo, &QPushButton::clicked, this, &ClassListView::undoRemove);
    connect(m_paste, &QPushButton::clicked, this, &ClassListView::pasteNames);
    connect(m_table, &QTableWidget::cellChanged, this, &ClassListView::nameEdited);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ClassListView::refresh);
    connect(m_classes, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        emit classChosen(ClassId{item->data(Qt::UserRole).toLongLong()});
    });
    connect(m_classes, &QListWidget::itemClicked, m_classes, &QListWidget::itemActivated);
    connect(m_names, &QCheckBox::toggled, this, [this](bool on) {
        m_roster.namesOnTablets = on;
        emit rosterEdited(ClassRoster{m_roster});
    });
    connect(&m_context.mirror, &RoomMirror::changed, this, &ClassListView::refresh);
    refresh();
}

QWidget* ClassListView::makeClasses()
{
    QFrame* panel = makePanel(this);
    panel->setFixedWidth(232);
    setPart(m_classes, "list");
    m_classes->setAccessibleName(tr("Classes"));
    m_classes->setItemDelegate(new ClassItemDelegate(m_context.look, m_classes));
    m_classes->installEventFilter(m_classes->itemDelegate());
    setLineIcon(m_new, QStringLiteral("plus"), m_context);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Classes"), "panelTitle", panel), 1);
    head->addWidget(m_new);
    auto* privacy = makeLabel(tr("Pictures go to the tablets, first names only if you switch them "
                                 "on. Everything else stays on this laptop."),
                              "secondary", panel);
    privacy->setWordWrap(true);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(14, 12, 10, 14);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_classes, 1);
    column->addWidget(privacy);
    return panel;
}

QWidget* ClassListView::makeStudentsHead()
{
    auto* box = new QWidget(this);
    m_remove->setToolTip(tr("Takes the selected students off the list; past lessons keep them"));
    m_paste->setToolTip(tr("Names from the clipboard, one a line, from the selected row down"));
    m_names->setAccessibleName(m_names->text());
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_names);
    row->addSpacing(8);
    for (QPushButton* button : {m_rename, m_paste, m_add, m_remove}) {
        row->addWidget(button);
    }
    return box;
}

QWidget* ClassListView::makeStudents()
{
    QFrame* panel = makePanel(this);
    setPart(m_table, "list");
    m_table->setAccessibleName(tr("Students of the class"));
    m_table->setHorizontalHeaderLabels({tr("Picture"), tr("First name")});
    m_table->horizontalHeader()->setSectionResizeMode(PictureColumn, QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(PictureColumn, 240);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->verticalHeader()->setFixedWidth(32);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->verticalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setShowGrid(false);
    m_table->setIconSize(QSize(kPicture, kPicture));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->setTabKeyNavigation(false);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(14, 10, 14, 8);
    column->setSpacing(4);
    column->addWidget(makeStudentsHead());
    column->addWidget(m_table, 1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(6);
    foot->addWidget(m_hint);
    foot->addWidget(m_undo);
    foot->addStretch(1);
    column->addLayout(foot);
    return panel;
}

void ClassListView::setClasses(const std::vector<ClassEntry>& classes, ClassId current)
{
    m_entries = classes;
    const QSignalBlocker quiet(m_classes);
    m_classes->clear();
    for (const ClassEntry& entry : classes) {
        const QString students = studentsWord(static_cast<std::size_t>(entry.seats));
        auto* item = new QListWidgetItem(QString::fromStdString(entry.name), m_classes);
        item->setData(ClassItemDelegate::kDetailRole, students);
        item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(item->text(), students));
        item->setData(Qt::UserRole, qlonglong{entry.id.value});
        if (entry.id == current) {
            m_classes->setCurrentItem(item);
        }
    }
    refresh();
}

void ClassListView::setRoster(const ClassRoster& roster)
{
    // What comes back of an own edit must not end the editing of the next cell.
    if (roster == m_roster) {
        return;
    }
    // What was only said back, with numbers filled in, must not disturb whoever is typing.
    const bool same = looksLike(m_roster, roster) && m_table->rowCount() > 0;
    if (roster.id != m_roster.id) {
        m_before.reset();
    }
    m_roster = roster;
    if (!same) {
        fillTable();
    }
    const QSignalBlocker quiet(m_names);
    m_names->setChecked(m_roster.namesOnTablets);
    refresh();
}

QWidget* ClassListView::messageAnchor() const
{
    return m_table;
}

void ClassListView::restKeyboard()
{
    m_classes->setFocus(Qt::OtherFocusReason);
}

void ClassListView::fillTable()
{
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(static_cast<int>(m_roster.seats.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        fillRow(row);
    }
}

void ClassListView::fillRow(int row)
{
    const SeatPlan& plan = m_roster.seats[static_cast<std::size_t>(row)];
    auto* picture = new QTableWidgetItem(pictureIcon(plan.avatar, devicePixelRatioF()),
                                         avatarWord(plan.avatar));
    picture->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    auto* name = new QTableWidgetItem(QString::fromStdString(plan.name));
    name->setData(Qt::AccessibleTextRole, tr("First name of %1").arg(avatarWord(plan.avatar)));
    m_table->setItem(row, PictureColumn, picture);
    m_table->setItem(row, NameColumn, name);
}

void ClassListView::createClass()
{
    auto* dialog = new NameDialog(tr("New class"), tr("Name of the class"), {}, this);
    dialog->askForSeats(static_cast<int>(kMostStudents));
    connect(dialog, &NameDialog::named, this,
            [this](const QString& name, int seats) { emit classCreated(name, seats); });
    dialog->open();
}

void ClassListView::renameClass()
{
    auto* dialog = new NameDialog(tr("Rename the class"), tr("Name of the class"),
                                  QString::fromStdString(m_roster.name), this);
    connect(dialog, &NameDialog::named, this,
            [this](const QString& name) { emit classRenamed(m_roster.id, name); });
    dialog->open();
}

void ClassListView::addStudent()
{
    if (m_roster.seats.size() >= kMostStudents) {
        return;
    }
    SeatPlan plan;
    plan.seat = SeatId{static_cast<std::int32_t>(m_roster.seats.size()) + 1};
    plan.avatar = freeAvatar(m_roster.seats);
    m_before.reset();
    m_roster.seats.push_back(plan);
    takeOver();
    m_table->setCurrentCell(m_table->rowCount() - 1, NameColumn);
    m_table->setFocus(Qt::OtherFocusReason);
}

void ClassListView::removeSelected()
{
    std::vector<bool> gone(m_roster.seats.size(), false);
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        gone[static_cast<std::size_t>(index.row())] = true;
    }
    std::vector<SeatPlan> kept;
    for (std::size_t i = 0; i < gone.size(); ++i) {
        if (!gone[i]) {
            kept.push_back(m_roster.seats[i]);
            kept.back().seat = SeatId{static_cast<std::int32_t>(kept.size())};
        }
    }
    if (kept.empty() || kept.size() == gone.size()) {
        return;
    }
    m_before = m_roster;
    m_roster.seats = std::move(kept);
    takeOver();
    m_undo->setFocus(Qt::OtherFocusReason);
}

void ClassListView::undoRemove()
{
    if (!m_before) {
        return;
    }
    m_roster.seats = std::exchange(m_before, std::nullopt)->seats;
    takeOver();
    m_table->setFocus(Qt::OtherFocusReason);
}

void ClassListView::takeOver()
{
    fillTable();
    m_table->clearSelection();
    refresh();
    // A copy: whoever listens may answer with another list at once.
    emit rosterEdited(ClassRoster{m_roster});
}

void ClassListView::nameEdited(int row, int column)
{
    if (column != NameColumn || row >= static_cast<int>(m_roster.seats.size())) {
        return;
    }
    SeatPlan& plan = m_roster.seats[static_cast<std::size_t>(row)];
    const QString name = cleaned(m_table->item(row, NameColumn)->text());
    const QSignalBlocker quiet(m_table);
    m_table->item(row, NameColumn)->setText(name);
    if (plan.name != name.toStdString()) {
        m_before.reset();
        plan.name = name.toStdString();
        refresh();
        emit rosterEdited(ClassRoster{m_roster});
    }
}

void ClassListView::pasteNames()
{
    const QStringList lines =
        QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    auto row = static_cast<std::size_t>(std::max(0, m_table->currentRow()));
    bool changed = false;
    for (const QString& line : lines) {
        const QString name = cleaned(line);
        if (name.isEmpty() || row >= m_roster.seats.size()) {
            continue;
        }
        m_roster.seats[row++].name = name.toStdString();
        changed = true;
    }
    if (changed) {
        m_before.reset();
        takeOver();
    }
}

void ClassListView::refresh()
{
    const bool open = m_context.state().isOpen();
    m_title->setWords(QString::fromStdString(m_roster.name));
    m_count->setText(studentsWord(m_roster.seats.size()));
    const std::size_t gone = m_before ? m_before->seats.size() - m_roster.seats.size() : 0;
    m_undo->setVisible(gone > 0 && !open);
    if (open) {
        m_hint->setText(tr("The room is open. Close it to change the list; a name can be changed "
                           "from the student's menu in the lesson."));
    } else if (gone > 0) {
        m_hint->setText(gone == 1 ? tr("1 student was taken off the list.")
                                  : tr("%1 students were taken off the list.").arg(gone));
    } else if (const QString shared = sharedNames(m_roster); !shared.isEmpty()) {
        m_hint->setText(
            tr("More than one student is called %1. Their pictures tell them apart.").arg(shared));
    } else {
        m_hint->setText(tr("Double-click a name to change it. Up to 40 students; each keeps its "
                           "picture."));
    }
    const bool any = m_table->selectionModel()->hasSelection();
    m_table->setEnabled(!open);
    m_names->setEnabled(!open);
    m_rename->setEnabled(!open);
    m_paste->setEnabled(!open);
    m_add->setEnabled(!open && m_roster.seats.size() < kMostStudents);
    // A class has at least one child.
    m_remove->setEnabled(!open && any && m_roster.seats.size() > 1);
}

} // namespace tutti::ui

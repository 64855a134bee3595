#include "ui/widgets/TodayPanel.h"

#include "ui/widgets/CheckLine.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/ShortLabel.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace tutti::ui {
namespace {

/// The class that comes in and the two used last; the others are in the class list.
constexpr std::size_t kMostRows = 3;

std::vector<ClassEntry> chosenFirst(std::vector<ClassEntry> classes, ClassId current)
{
    std::stable_sort(classes.begin(), classes.end(),
                     [current](const ClassEntry& a, const ClassEntry& b) {
                         if ((a.id == current) != (b.id == current)) {
                             return a.id == current;
                         }
                         return a.lastUsedMillis.value_or(0) > b.lastUsedMillis.value_or(0);
                     });
    classes.resize(std::min(kMostRows, classes.size()));
    return classes;
}

} // namespace

TodayPanel::TodayPanel(const ViewContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_date(makeLabel({}, "secondary", this))
    , m_list(makeButton(tr("Class list"), "panelButton", this))
    , m_rows(new QVBoxLayout)
{
    setPart(this, "panel");
    setLineIcon(m_list, QStringLiteral("users"), context);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Today"), "panelTitle", this), 1);
    head->addWidget(m_date);
    m_rows->setSpacing(6);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addLayout(m_rows);
    column->addStretch(1);
    column->addWidget(m_list, 0, Qt::AlignLeft);
    connect(m_list, &QPushButton::clicked, this, &TodayPanel::classListRequested);
}

void TodayPanel::setClasses(const std::vector<ClassEntry>& classes, ClassId current)
{
    const auto today = QDateTime::fromMSecsSinceEpoch(m_context.clock.wallMillis()).date();
    m_date->setText(QLocale().toString(today, tr("dddd, d MMMM")));
    const QWidget* focus = focusWidget();
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (item->widget()->isAncestorOf(focus)) {
            m_list->setFocus(Qt::OtherFocusReason);
        }
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const ClassEntry& entry : chosenFirst(classes, current)) {
        if (m_rows->count() > 0) {
            m_rows->addWidget(makeHairline(this));
        }
        m_rows->addWidget(makeRow(entry, entry.id == current));
    }
}

QWidget* TodayPanel::makeRow(const ClassEntry& entry, bool current)
{
    auto* box = new QWidget(this);
    auto* name = new ShortLabel("strong", box);
    name->setWords(QString::fromStdString(entry.name));
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(name);
    words->addWidget(makeLabel(
        entry.seats == 1 ? tr("1 student") : tr("%1 students").arg(entry.seats), "secondary", box));
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addLayout(words, 1);
    if (current) {
        row->addWidget(makeLabel(tr("Next"), "chipAccent", box), 0, Qt::AlignVCenter);
    } else {
        auto* change = makeButton(tr("Switch"), "panelButton", box);
        change->setAccessibleName(tr("Switch to %1").arg(name->text()));
        connect(change, &QPushButton::clicked, this,
                [this, id = entry.id] { emit classChosen(id); });
        row->addWidget(change);
    }
    return box;
}

} // namespace tutti::ui

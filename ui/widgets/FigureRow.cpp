#include "ui/widgets/FigureRow.h"

#include "ui/widgets/Parts.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace tutti::ui {
namespace {

constexpr int kFull = 1000;

} // namespace

FigureRow::FigureRow(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_bar(new QProgressBar(this))
    , m_value(makeLabel({}, "strong", this))
{
    constexpr int kName = 98;
    constexpr int kValue = 62;
    m_bar->setRange(0, kFull);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(7);
    m_value->setFixedWidth(kValue);
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    QLabel* label = makeLabel(name, "secondary", this);
    label->setFixedWidth(kName);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_bar, 1);
    row->addWidget(m_value);
}

void FigureRow::show(double part, const QString& value)
{
    m_bar->setValue(qRound(part * kFull));
    m_value->setText(value);
    setToolTip({});
    setAccessibleName(tr("%1: %2").arg(m_name, value));
}

void FigureRow::showNothing(const QString& why)
{
    m_bar->setValue(0);
    m_value->setText(QStringLiteral("–"));
    setToolTip(why);
    setAccessibleName(tr("%1: %2").arg(m_name, why));
}

} // namespace tutti::ui

#include "ui/widgets/NameDialog.h"

#include "app/domain/ClassList.h"
#include "ui/widgets/Parts.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace tutti::ui {
namespace {

constexpr int kLongestName = 40;
constexpr auto kMostBytes = static_cast<qsizetype>(kMaxNameBytes);
constexpr int kFirstSeats = 24;

} // namespace

NameDialog::NameDialog(const QString& title, const QString& label, const QString& name,
                       QWidget* parent)
    : QDialog(parent)
    , m_name(new QLineEdit(name, this))
    , m_seats(new QSpinBox(this))
    , m_ok(makeButton(tr("OK"), "primary", this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setPart(this, "dialog");
    m_name->setMaxLength(kLongestName);
    m_name->setAccessibleName(label);
    m_name->selectAll();
    m_name->setMinimumWidth(240);
    m_seats->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_seats->hide();
    m_ok->setDefault(true);
    auto* cancel = makeButton(tr("Cancel"), "plain", this);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_ok);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(20, 20, 20, 16);
    form->setSpacing(12);
    form->addRow(label, m_name);
    form->addRow(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ok, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_name, &QLineEdit::textChanged, this, &NameDialog::check);
    connect(this, &QDialog::accepted, this,
            [this] { emit named(m_name->text().simplified(), m_seats->value()); });
    check();
}

void NameDialog::askForSeats(int most)
{
    m_seats->setRange(1, most);
    m_seats->setValue(kFirstSeats);
    m_seats->setAccessibleName(tr("Number of students"));
    m_seats->show();
    m_seats->setToolTip(tr("From 1 to %1").arg(most));
    static_cast<QFormLayout*>(layout())->insertRow(1, tr("Students"), m_seats);
}

void NameDialog::allowEmpty()
{
    m_mayBeEmpty = true;
    check();
}

void NameDialog::check()
{
    const QString name = m_name->text().simplified();
    m_ok->setEnabled((m_mayBeEmpty || !name.isEmpty()) && name.toUtf8().size() <= kMostBytes);
}

} // namespace tutti::ui

#include "ui/widgets/HelperStep.h"

#include "ui/widgets/Art.h"
#include "ui/widgets/Parts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tutti::ui {

HelperStep::HelperStep(int number, const QString& title, QWidget* content,
                       const ViewContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_number(number)
    , m_words(title)
    , m_disc(makeLabel({}, "disc", this))
    , m_title(makeLabel(title, "panelTitle", this))
{
    constexpr int kDisc = 28;
    m_disc->setFixedSize(kDisc, kDisc);
    m_disc->setAlignment(Qt::AlignCenter);
    auto* words = new QVBoxLayout;
    words->setSpacing(3);
    words->addWidget(m_title);
    words->addWidget(content);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 12, 8);
    row->setSpacing(10);
    row->addWidget(m_disc, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    connect(&m_context.look, &Look::changed, this, &HelperStep::paintDisc);
    setState(StepState::Later);
}

void HelperStep::setState(StepState state)
{
    m_state = state;
    setPart(this, state == StepState::Current ? "stepNow" : "step");
    const QString word = state == StepState::Done      ? tr("done")
                         : state == StepState::Current ? tr("now")
                                                       : tr("to come");
    m_title->setAccessibleName(tr("Step %1, %2: %3").arg(m_number).arg(word, m_words));
    paintDisc();
}

void HelperStep::paintDisc()
{
    constexpr int kIcon = 18;
    const Theme& theme = m_context.look.theme();
    switch (m_state) {
    case StepState::Done:
        setPart(m_disc, "discOk");
        m_disc->setPixmap(
            iconPixmap(QStringLiteral("check-good"), theme.ok, kIcon, devicePixelRatioF()));
        break;
    case StepState::Current:
        setPart(m_disc, "discWarn");
        m_disc->setPixmap(
            iconPixmap(QStringLiteral("warning"), theme.warn, kIcon - 2, devicePixelRatioF()));
        break;
    case StepState::Later:
        setPart(m_disc, "disc");
        m_disc->setText(QString::number(m_number));
        break;
    }
}

EvidenceLine::EvidenceLine(const ViewContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_mark(new QLabel(this))
    , m_text(makeLabel({}, "body", this))
{
    m_text->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    connect(&m_context.look, &Look::changed, this, &EvidenceLine::paintMark);
    paintMark();
}

void EvidenceLine::setEvidence(bool good, const QString& text)
{
    m_good = good;
    m_text->setText(text);
    paintMark();
}

void EvidenceLine::paintMark()
{
    constexpr int kMark = 16;
    const Theme& theme = m_context.look.theme();
    m_mark->setPixmap(
        iconPixmap(m_good ? QStringLiteral("check-good") : QStringLiteral("check-bad"),
                   m_good ? theme.ok : theme.warn, kMark, devicePixelRatioF()));
}

} // namespace tutti::ui

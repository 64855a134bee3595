#include "ui/widgets/CheckLine.h"

#include "ui/widgets/Art.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/ShortLabel.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tutti::ui {
namespace {

using Tone = NetworkCheck::Tone;
constexpr int kIcon = 18;

struct Mark {
    QString icon;
    QColor Theme::*colour;
    const char* part;
    QString word;
};

Mark markOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return {QStringLiteral("check-good"), &Theme::ok, "strong", CheckLine::tr("Good")};
    case Tone::Warning:
        return {QStringLiteral("warning"), &Theme::warn, "strongWarn", CheckLine::tr("Look")};
    case Tone::Waiting:
        break;
    }
    return {QStringLiteral("check-waiting"), &Theme::text3, "strong", CheckLine::tr("Waiting")};
}

} // namespace

CheckLine::CheckLine(const ViewContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_icon(new QLabel(this))
    , m_title(new ShortLabel("strong", this))
    , m_detail(makeLabel({}, "secondary", this))
    , m_row(new QHBoxLayout(this))
{
    m_icon->setFixedSize(kIcon, kIcon);
    m_detail->setWordWrap(true);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_detail->ensurePolished();
    m_detail->setFixedHeight(2 * m_detail->fontMetrics().lineSpacing());
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addWidget(m_detail);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(6);
    m_row->addWidget(m_icon, 0, Qt::AlignTop);
    m_row->addLayout(words, 1);
    connect(&m_context.look, &Look::changed, this, &CheckLine::paintIcon);
    setCheck({});
}

void CheckLine::addButton(QWidget* button)
{
    m_row->addWidget(button, 0, Qt::AlignTop);
}

void CheckLine::setCheck(const NetworkCheck& check)
{
    const Mark mark = markOf(check.tone);
    m_tone = check.tone;
    m_title->setWords(check.title);
    setPart(m_title, mark.part);
    m_title->setAccessibleName(QStringLiteral("%1: %2").arg(mark.word, check.title));
    m_detail->setText(check.detail);
    m_detail->setToolTip(check.detail);
    paintIcon();
}

void CheckLine::paintIcon()
{
    const Mark mark = markOf(m_tone);
    m_icon->setPixmap(
        iconPixmap(mark.icon, m_context.look.theme().*mark.colour, kIcon, devicePixelRatioF()));
}

QWidget* makeHairline(QWidget* parent)
{
    auto* line = new QFrame(parent);
    setPart(line, "line");
    line->setFixedHeight(1);
    return line;
}

} // namespace tutti::ui

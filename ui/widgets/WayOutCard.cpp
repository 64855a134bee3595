#include "ui/widgets/WayOutCard.h"

#include "ui/widgets/Parts.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tutti::ui {
namespace {

QLabel* wrapped(const QString& text, const char* part, QWidget* parent)
{
    QLabel* label = makeLabel(text, part, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

WayOutCard::WayOutCard(const WayOut& way, bool best, const ViewContext& context, QWidget* parent)
    : QWidget(parent)
{
    constexpr int kBadge = 34;
    auto* badge = new QFrame(this);
    setPart(badge, "well");
    badge->setFixedSize(kBadge, kBadge);
    auto* inside = new QVBoxLayout(badge);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(makeIconLabel(way.icon, context, &Theme::text, 18, badge), 0,
                      Qt::AlignCenter);
    QString lines;
    for (qsizetype i = 0; i < way.steps.size(); ++i) {
        lines += QStringLiteral("%1. %2\n").arg(i + 1).arg(way.steps[i]);
    }
    QLabel* steps = wrapped(lines.trimmed(), "body", this);
    steps->hide();
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(wrapped(way.title, "strong", this));
    words->addWidget(wrapped(way.text, "secondary", this));
    words->addWidget(makeWayButton(way, best, steps), 0, Qt::AlignLeft);
    words->addWidget(steps);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(badge, 0, Qt::AlignTop);
    row->addLayout(words, 1);
}

QPushButton* WayOutCard::makeWayButton(const WayOut& way, bool best, QWidget* steps)
{
    const bool isNote = way.steps.isEmpty();
    auto* button = makeButton(isNote ? tr("Copy the note") : tr("Show steps"),
                              best ? "smallPrimary" : "panelButton", this);
    const auto name = [button, title = way.title] {
        button->setAccessibleName(QStringLiteral("%1: %2").arg(button->text(), title));
    };
    name();
    if (isNote) {
        connect(button, &QPushButton::clicked, this, &WayOutCard::noteWanted);
    } else {
        connect(button, &QPushButton::clicked, this, [button, steps, name] {
            const bool shown = steps->isHidden();
            steps->setVisible(shown);
            button->setText(shown ? tr("Hide steps") : tr("Show steps"));
            name();
        });
    }
    return button;
}

} // namespace tutti::ui

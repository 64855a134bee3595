#include "app/main/StartFailure.h"

#include "ui/models/Message.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/Parts.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace tutti::main {
namespace {

constexpr int kWidth = 460;
constexpr int kMargin = 24;

/// Breaks anywhere, for file names have no spaces to break at.
QString breakable(const QString& detail)
{
    constexpr int kRun = 48;
    QString text;
    int run = 0;
    for (const QChar c : detail) {
        run = c.isSpace() ? 0 : run + 1;
        text += c;
        if (run == kRun) {
            text += QChar(0x200B);
            run = 0;
        }
    }
    return text;
}

QLabel* makeParagraph(const QString& text, const char* part, QWidget* parent)
{
    auto* label = ui::makeLabel(text, part, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

StartFailure::StartFailure(const Error& error)
{
    const ui::Message message = ui::startMessageFor(error);
    setWindowTitle(tr("Tutti cannot start"));
    setFont(ui::textFont(13));
    ui::setPart(this, "window");
    setAttribute(Qt::WA_StyledBackground);
    setStyleSheet(m_look.styleSheet());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(12);
    column->addWidget(makeParagraph(message.title, "title", this));
    column->addWidget(makeParagraph(message.advice, "body", this));
    if (!error.detail.empty()) {
        auto* detail =
            makeParagraph(breakable(QString::fromStdString(error.detail)), "secondary", this);
        detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(detail);
    }
    auto* close = ui::makeButton(tr("Close"), "primary", this);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    column->addSpacing(8);
    column->addWidget(close, 0, Qt::AlignRight);
    close->setFocus();
    setFixedWidth(kWidth);
    setFixedHeight(column->totalHeightForWidth(kWidth));
}

void StartFailure::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace tutti::main

#include "ui/widgets/ShortLabel.h"

#include "ui/widgets/Parts.h"

#include <QPainter>
#include <QStyle>

namespace tutti::ui {

ShortLabel::ShortLabel(const char* part, QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setPart(this, part);
}

void ShortLabel::setWords(const QString& words)
{
    if (words != text()) {
        setText(words);
        setAccessibleName(words);
        followRoom();
    }
}

QSize ShortLabel::minimumSizeHint() const
{
    constexpr int kLeast = 64;
    const QSize whole = QLabel::sizeHint();
    return {std::min(kLeast, whole.width()), whole.height()};
}

QString ShortLabel::shown() const
{
    return fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
}

void ShortLabel::followRoom()
{
    setToolTip(shown() == text() ? QString() : text());
}

void ShortLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    followRoom();
}

void ShortLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    style()->drawItemText(&painter, contentsRect(), static_cast<int>(alignment()), palette(),
                          isEnabled(), shown(), foregroundRole());
}

} // namespace tutti::ui

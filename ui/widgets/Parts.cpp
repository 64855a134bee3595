#include "ui/widgets/Parts.h"

#include "ui/widgets/Art.h"

#include <QFrame>
#include <QStyle>

namespace tutti::ui {

void setPart(QWidget* widget, const char* part)
{
    const QString name = QString::fromLatin1(part);
    if (widget->property("part").toString() == name) {
        return;
    }
    widget->setProperty("part", name);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QLabel* makeLabel(const QString& text, const char* part, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    setPart(label, part);
    return label;
}

QPushButton* makeButton(const QString& text, const char* part, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setAccessibleName(text);
    setPart(button, part);
    return button;
}

QFrame* makePanel(QWidget* parent)
{
    auto* panel = new QFrame(parent);
    setPart(panel, "panel");
    return panel;
}

void setLineIcon(QAbstractButton* button, const QString& name, const ViewContext& context,
                 QColor Theme::*colour, int size)
{
    const bool first = button->property("lineIcon").isNull();
    button->setProperty("lineIcon", name);
    button->setIconSize(QSize(size, size));
    const Look& look = context.look;
    const auto paint = [button, &look, colour] {
        const Theme& theme = look.theme();
        button->setIcon(
            lineIcon(button->property("lineIcon").toString(), theme.*colour, theme.text3));
    };
    paint();
    if (first) {
        QObject::connect(&look, &Look::changed, button, paint);
    }
}

QLabel* makeIconLabel(const QString& name, const ViewContext& context, QColor Theme::*colour,
                      int size, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setFixedSize(size, size);
    const Look& look = context.look;
    const auto paint = [label, &look, name, colour, size] {
        label->setPixmap(iconPixmap(name, look.theme().*colour, size, label->devicePixelRatioF()));
    };
    paint();
    QObject::connect(&look, &Look::changed, label, paint);
    return label;
}

} // namespace tutti::ui

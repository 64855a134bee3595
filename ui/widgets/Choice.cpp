#include "ui/widgets/Choice.h"

#include <QAbstractItemView>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QWheelEvent>

namespace tutti::ui {

Choice::Choice(QWidget* parent)
    : QComboBox(parent)
{
    // Not by the wheel: Qt would give it focus first, and then it would turn.
    setFocusPolicy(Qt::StrongFocus);
}

void Choice::showPopup()
{
    // In the open list every name is whole.
    constexpr int kEdges = 24;
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + kEdges);
    QComboBox::showPopup();
}

void Choice::wheelEvent(QWheelEvent* event)
{
    if (hasFocus()) {
        QComboBox::wheelEvent(event);
    } else {
        event->ignore();
    }
}

void Choice::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    // The style keeps a pixel free on either side.
    constexpr int kPadding = 2;
    const QRect field =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    option.currentText =
        option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, field.width() - kPadding);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace tutti::ui

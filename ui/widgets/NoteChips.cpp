#include "ui/widgets/NoteChips.h"

#include "ui/models/Pitch.h"
#include "ui/stage/PitchPaint.h"

#include <QPainter>

#include <algorithm>

namespace tutti::ui {

NoteChips::NoteChips(const ViewContext& context, int size, int gap, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_size(size)
    , m_gap(gap)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&m_context.look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void NoteChips::setNotes(const std::vector<std::int32_t>& notes)
{
    if (notes == m_notes) {
        return;
    }
    m_notes = notes;
    QStringList letters;
    for (const std::int32_t note : m_notes) {
        letters << pitchLook(note, false, m_context.look.theme()).letter;
    }
    setAccessibleName(tr("Notes: %1").arg(letters.join(QLatin1String(", "))));
    updateGeometry();
    update();
}

QSize NoteChips::sizeHint() const
{
    const int count = static_cast<int>(m_notes.size());
    return {std::max(1, count * (m_size + m_gap) - m_gap), m_size};
}

void NoteChips::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_context.look.theme();
    int left = 0;
    for (const std::int32_t note : m_notes) {
        paintPitchChip(painter, QRectF(left, 0, m_size, m_size), pitchLook(note, false, theme),
                       theme);
        left += m_size + m_gap;
    }
}

} // namespace tutti::ui

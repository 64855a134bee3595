#include "ui/widgets/MoodRow.h"

#include "ui/models/Words.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/Parts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tutti::ui {
namespace {

constexpr int kFace = 34;

} // namespace

MoodRow::MoodRow(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (const Mood mood : kMoods) {
        Face& face = m_faces[static_cast<std::size_t>(mood)];
        face.box = new QWidget(this);
        face.count = makeLabel(QStringLiteral("0"), "moodCount", face.box);
        face.word = makeLabel(moodWord(mood), "caption", face.box);
        auto* picture = new QLabel(face.box);
        picture->setFixedSize(kFace, kFace);
        picture->setPixmap(moodPixmap(mood, kFace, devicePixelRatioF()));
        face.box->setToolTip(moodWord(mood));
        auto* column = new QVBoxLayout(face.box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(1);
        for (QLabel* label : {picture, face.count, face.word}) {
            column->addWidget(label, 0, Qt::AlignHCenter);
        }
        row->addWidget(face.box, 1);
    }
}

void MoodRow::show(const MoodRound& round)
{
    for (const Mood mood : kMoods) {
        const auto index = static_cast<std::size_t>(mood);
        const QString count = QString::number(round.counts[index]);
        m_faces[index].count->setText(count);
        m_faces[index].box->setAccessibleName(tr("%1: %2").arg(moodWord(mood), count));
    }
}

void MoodRow::setCompact(bool compact)
{
    for (const Face& face : m_faces) {
        face.word->setHidden(compact);
    }
}

} // namespace tutti::ui

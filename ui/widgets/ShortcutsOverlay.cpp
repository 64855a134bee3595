#include "ui/widgets/ShortcutsOverlay.h"

#include "ui/widgets/KeyBindings.h"
#include "ui/widgets/Parts.h"

#include <QCheckBox>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>

namespace tutti::ui {
namespace {

/// The names of a key's ways to be pressed; Shift with a bracket has two and is said once.
QString keysWord(const QList<QKeySequence>& keys)
{
    QStringList words;
    for (const QKeySequence& key : keys) {
        const QString word = key.toString(QKeySequence::NativeText);
        // What Shift makes of a key is the same key again.
        const bool again = !words.isEmpty() && key[0].key() >= Qt::Key_BraceLeft &&
                           key[0].key() <= Qt::Key_BraceRight;
        if (!again && !words.contains(word)) {
            words += word;
        }
    }
    return words.join(ShortcutsOverlay::tr(" or "));
}

} // namespace

ShortcutsOverlay::ShortcutsOverlay(KeyBindings& keys, QWidget* window)
    : Overlay(window)
    , m_keys(keys)
    , m_list(new QGridLayout)
    , m_letters(new QCheckBox(tr("Single letters work"), card()))
{
    setAccessibleName(tr("All keys"));
    m_letters->setAccessibleName(m_letters->text());
    auto* close = makeButton(tr("Close"), "plain", card());
    m_list->setHorizontalSpacing(18);
    m_list->setVerticalSpacing(4);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_letters);
    foot->addStretch(1);
    foot->addWidget(close);
    auto* column = new QVBoxLayout(card());
    column->setContentsMargins(24, 18, 24, 18);
    column->setSpacing(10);
    column->addWidget(makeLabel(tr("All keys"), "title", card()));
    column->addLayout(m_list);
    column->addWidget(makeLabel(tr("Letters wait while something is being typed. Switched off, "
                                   "F8 and all keys with Ctrl still work."),
                                "secondary", card()));
    column->addLayout(foot);
    connect(m_letters, &QCheckBox::toggled, this, [this](bool on) { m_keys.setSingleLetters(on); });
    connect(close, &QPushButton::clicked, this, &Overlay::closeOverlay);
    fill();
}

void ShortcutsOverlay::fill()
{
    const auto& entries = m_keys.entries();
    const int rows = (static_cast<int>(entries.size()) + 1) / 2;
    for (int i = 0; i < static_cast<int>(entries.size()); ++i) {
        const KeyBindings::Entry& entry = entries[static_cast<std::size_t>(i)];
        const int column = i < rows ? 0 : 2;
        QLabel* key = makeLabel(keysWord(entry.keys), "key", card());
        m_list->addWidget(key, i % rows, column, Qt::AlignLeft | Qt::AlignVCenter);
        m_list->addWidget(makeLabel(entry.what, "body", card()), i % rows, column + 1);
    }
}

void ShortcutsOverlay::ask()
{
    m_letters->setChecked(m_keys.hasSingleLetters());
    openOver();
}

} // namespace tutti::ui

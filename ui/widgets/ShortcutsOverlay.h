#pragma once

#include "ui/widgets/Overlay.h"

class QCheckBox;
class QGridLayout;

namespace tutti::ui {

class KeyBindings;

/// All keys of the window, and whether single letters work.
class ShortcutsOverlay final : public Overlay {
    Q_OBJECT

public:
    /// `keys` must outlive it.
    ShortcutsOverlay(KeyBindings& keys, QWidget* window);

    void ask();

private:
    void fill();

    KeyBindings& m_keys;
    QGridLayout* m_list;
    QCheckBox* m_letters;
};

} // namespace tutti::ui

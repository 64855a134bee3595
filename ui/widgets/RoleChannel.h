#pragma once

#include "ui/models/Edits.h"
#include "ui/widgets/ViewContext.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace tutti::ui {

class LevelMeter;

/// One role in the mixer: how much it plays, mute, solo. Students dropped here take the role.
class RoleChannel final : public QFrame {
    Q_OBJECT

public:
    RoleChannel(const ViewContext& context, Edits& edits, Role role, QWidget* parent = nullptr);

    Role role() const { return m_role; }
    /// Mutes the role, or lets it play if all of it is muted; without students nothing.
    void toggleMute();
    /// `key` is the digit that mutes it.
    void setKey(int key);
    void setCompact(bool compact);
    /// 0 to 1.
    void setLevel(double level);
    double level() const;
    void refresh();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeTitle();
    void toggleSolo();
    bool isAllMuted() const;

    ViewContext m_context;
    Edits& m_edits;
    Role m_role;
    QLabel* m_name;
    LevelMeter* m_meter;
    QPushButton* m_mute;
    QPushButton* m_solo;
    int m_key = 0;
    bool m_compact = false;
};

} // namespace tutti::ui

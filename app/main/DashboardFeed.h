#pragma once

#include "app/domain/Event.h"

#include <QObject>
#include <QTimer>

namespace tutti::main {

/// Merges what the room records into batches for the dashboard, at most 30 a second, so that a
/// window that paints slowly is not handed every turn of a busy classroom. A batch after a pause is
/// passed on at once. Thread: classroom.
class DashboardFeed final : public QObject {
    Q_OBJECT

public:
    explicit DashboardFeed(QObject* parent = nullptr);

    void add(const tutti::Batch& batch);

signals:
    void merged(const tutti::Batch& batch);

private:
    void pass();

    QTimer m_pause;
    Batch m_waiting;
};

} // namespace tutti::main

#pragma once

#include "app/domain/Event.h"
#include "app/store/Database.h"
#include "app/store/EventJournal.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace tutti::store {

/// Where lessons are written to.
struct StoreConfig {
    QString databasePath;
    /// IANA name of the time zone lessons are held in ("America/Chicago").
    QString zone;
};

/// Keeps the journal and writes it: at once when that is urgent, else once a second. What the disk
/// refuses waits here. Thread: the store thread, once moved there. Owns: the connection, opened at
/// the first write.
class StoreWorker : public QObject {
    Q_OBJECT

public:
    explicit StoreWorker(StoreConfig config);

    void open();
    void record(const Batch& batch);
    void flush();

signals:
    /// Once per trouble, not once per try.
    void failed(const tutti::Error& error);
    void recovered();
    /// So many rows are safe now.
    void written(int rows);

private:
    Result<void> ensureOpen();
    Result<void> tryWrite();
    void settle(const Result<void>& outcome);

    StoreConfig m_config;
    std::optional<Database> m_database;
    EventJournal m_journal;
    QTimer m_timer;
    bool m_failing = false;
};

} // namespace tutti::store

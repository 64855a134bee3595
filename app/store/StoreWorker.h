#pragma once

#include "app/domain/Event.h"
#include "app/store/ClassRepository.h"
#include "app/store/Database.h"
#include "app/store/EventJournal.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace tutti::store {

/// Where lessons are written to.
struct StoreConfig {
    QString databasePath;
    /// IANA name of the time zone lessons are held in ("America/Chicago").
    QString zone;
};

/// One change of a class.
using ClassChange = std::function<Result<void>(const ClassRepository&)>;

/// Keeps the journal and writes it: at once when that is urgent, else once a second. What the disk
/// refuses waits here. Keeps the classes, too. Thread: the store thread, once moved there. Owns: the
/// connection, opened at the first write.
class StoreWorker : public QObject {
    Q_OBJECT

public:
    explicit StoreWorker(StoreConfig config);

    void open();
    void record(const Batch& batch);
    void flush();

    // Classes. What they bring comes as rosterLoaded() and classesListed(); what went wrong, every
    // time, as failed(). Names given in a lesson are written before, so that they count.
    void listClasses();
    void createClass(const std::string& name, int seats, std::int64_t wallMillis);
    void changeClass(ClassId id, const ClassChange& change);

signals:
    /// Once per trouble, not once per try.
    void failed(const tutti::Error& error);
    void recovered();
    /// So many rows are safe now.
    void written(int rows);
    void classesListed(const std::vector<tutti::ClassEntry>& classes);
    void rosterLoaded(const tutti::ClassRoster& roster);
    void classCreated(tutti::ClassId id);
    void classSettled(tutti::ClassId id);

private:
    Result<void> ensureOpen();
    Result<void> tryWrite();
    void settle(const Result<void>& outcome);
    Result<void> tell(ClassId id);
    Result<void> tellList();
    void report(const Result<void>& outcome);

    StoreConfig m_config;
    std::optional<Database> m_database;
    EventJournal m_journal;
    QTimer m_timer;
    bool m_failing = false;
};

} // namespace tutti::store

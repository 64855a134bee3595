#pragma once

#include "app/store/StoreWorker.h"

#include <QObject>
#include <QThread>

namespace tutti::store {

/// The store as the rest of the program sees it: everything recorded goes in, trouble comes out;
/// questions about classes go in, lists come out. The work is done on a thread of its own, so a
/// slow disk delays nobody. Thread: every slot from any thread, signals arrive queued. Owns: the thread and the connection; what is
/// pending is written before it goes away.
class StoreThread : public QObject {
    Q_OBJECT

public:
    explicit StoreThread(StoreConfig config, QObject* parent = nullptr);
    ~StoreThread() override;

public slots:
    void record(const tutti::Batch& batch);
    /// Writes what is pending now instead of within a second.
    void flush();

    /// Answered by classesListed().
    void requestClasses();
    /// Answered by rosterLoaded(), classesListed() and classCreated(). `wallMillis`: now, UTC.
    void createClass(const std::string& name, int seats, std::int64_t wallMillis);
    // Each is answered by rosterLoaded() and classesListed() with what is true then, done or not,
    // and at last by classSettled().
    void requestRoster(tutti::ClassId id);
    void renameClass(tutti::ClassId id, const std::string& name);
    void setNamesOnTablets(tutti::ClassId id, bool shown);
    /// The children and their seats only; see ClassRepository::saveSeats().
    void saveRoster(const tutti::ClassRoster& roster);
    /// The class the next start begins with.
    void setLastClass(tutti::ClassId id);

signals:
    /// Nothing can be saved at the moment; rows are kept and tried again. Errors: StoreUnavailable,
    /// StoreCorrupt, StoreTooNew. Or a question about a class came to nothing: the same, and
    /// BadPayload for a class there is not or that cannot be like that.
    void failed(const tutti::Error& error);
    /// Everything kept has been saved after all.
    void recovered();
    void written(int rows);
    /// Oldest first.
    void classesListed(const std::vector<tutti::ClassEntry>& classes);
    void rosterLoaded(const tutti::ClassRoster& roster);
    void classCreated(tutti::ClassId id);
    /// One question about this class is answered as far as it can be, after its other signals.
    void classSettled(tutti::ClassId id);

private:
    void change(ClassId id, ClassChange change);

    QThread m_thread;
    StoreWorker* m_worker;
};

} // namespace tutti::store

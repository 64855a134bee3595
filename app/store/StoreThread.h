#pragma once

#include "app/store/StoreWorker.h"

#include <QObject>
#include <QThread>

namespace tutti::store {

/// The store as the rest of the program sees it: everything recorded goes in, trouble comes out.
/// The work is done on a thread of its own, so a slow disk delays nobody. Thread: record() and
/// flush() from any thread, signals arrive queued. Owns: the thread and the connection; what is
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

signals:
    /// Nothing can be saved at the moment; rows are kept and tried again. Errors: StoreUnavailable,
    /// StoreCorrupt, StoreTooNew.
    void failed(const tutti::Error& error);
    /// Everything kept has been saved after all.
    void recovered();
    void written(int rows);

private:
    QThread m_thread;
    StoreWorker* m_worker;
};

} // namespace tutti::store

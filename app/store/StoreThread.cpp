#include "app/store/StoreThread.h"

#include <utility>

namespace tutti::store {

StoreThread::StoreThread(StoreConfig config, QObject* parent)
    : QObject(parent)
    , m_worker(new StoreWorker(std::move(config)))
{
    qRegisterMetaType<tutti::Error>("tutti::Error");
    m_thread.setObjectName(QStringLiteral("store"));
    m_worker->moveToThread(&m_thread);
    connect(m_worker, &StoreWorker::failed, this, &StoreThread::failed);
    connect(m_worker, &StoreWorker::recovered, this, &StoreThread::recovered);
    connect(m_worker, &StoreWorker::written, this, &StoreThread::written);
    connect(&m_thread, &QThread::started, m_worker, &StoreWorker::open);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

StoreThread::~StoreThread()
{
    // Behind everything recorded so far: quit() itself would overtake it.
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] {
        worker->flush();
        worker->thread()->quit();
    });
    m_thread.wait();
}

void StoreThread::record(const Batch& batch)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, batch] { worker->record(batch); }, Qt::QueuedConnection);
}

void StoreThread::flush()
{
    QMetaObject::invokeMethod(m_worker, &StoreWorker::flush, Qt::QueuedConnection);
}

} // namespace tutti::store

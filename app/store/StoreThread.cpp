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
    connect(m_worker, &StoreWorker::classesListed, this, &StoreThread::classesListed);
    connect(m_worker, &StoreWorker::rosterLoaded, this, &StoreThread::rosterLoaded);
    connect(m_worker, &StoreWorker::classCreated, this, &StoreThread::classCreated);
    connect(m_worker, &StoreWorker::classSettled, this, &StoreThread::classSettled);
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

void StoreThread::requestClasses()
{
    QMetaObject::invokeMethod(m_worker, &StoreWorker::listClasses, Qt::QueuedConnection);
}

void StoreThread::requestRoster(ClassId id)
{
    change(id, [](const ClassRepository&) { return Result<void>{}; });
}

void StoreThread::createClass(const std::string& name, int seats, std::int64_t wallMillis)
{
    QMetaObject::invokeMethod(
        m_worker, [=, worker = m_worker] { worker->createClass(name, seats, wallMillis); },
        Qt::QueuedConnection);
}

void StoreThread::renameClass(ClassId id, const std::string& name)
{
    change(id, [=](const ClassRepository& classes) { return classes.rename(id, name); });
}

void StoreThread::setNamesOnTablets(ClassId id, bool shown)
{
    change(id,
           [=](const ClassRepository& classes) { return classes.setNamesOnTablets(id, shown); });
}

void StoreThread::saveRoster(const ClassRoster& roster)
{
    change(roster.id, [=](const ClassRepository& classes) { return classes.saveSeats(roster); });
}

void StoreThread::setLastClass(ClassId id)
{
    change(id, [=](const ClassRepository& classes) { return classes.setLastChosen(id); });
}

void StoreThread::change(ClassId id, ClassChange change)
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, id, made = std::move(change)] { worker->changeClass(id, made); },
        Qt::QueuedConnection);
}

} // namespace tutti::store

#include "app/store/StoreWorker.h"

#include "app/store/RowWriter.h"

#include <utility>

namespace tutti::store {
namespace {

/// At most this much of a lesson is at risk, so it is also how long a row may wait.
constexpr int kWriteMillis = 900;
constexpr int kRetryMillis = 2000;

} // namespace

StoreWorker::StoreWorker(StoreConfig config)
    : m_config(std::move(config))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &StoreWorker::flush);
}

void StoreWorker::open()
{
    settle(ensureOpen());
}

void StoreWorker::record(const Batch& batch)
{
    m_journal.record(batch);
    if (m_journal.isUrgent() && !m_failing) {
        flush();
    } else if (!m_timer.isActive() && !m_journal.pending().empty()) {
        m_timer.start(m_failing ? kRetryMillis : kWriteMillis);
    }
}

void StoreWorker::flush()
{
    m_timer.stop();
    if (!m_journal.pending().empty() || m_failing) {
        settle(tryWrite());
    }
}

Result<void> StoreWorker::ensureOpen()
{
    if (m_database) {
        return {};
    }
    // Checked when the program started; a disk that fails now says so by itself.
    auto opened = Database::open(m_config.databasePath, Database::Integrity::Trust);
    if (!opened) {
        return tl::unexpected{opened.error()};
    }
    m_database.emplace(std::move(*opened));
    return {};
}

Result<void> StoreWorker::tryWrite()
{
    return ensureOpen().and_then([this] {
        return RowWriter{*m_database, m_config.zone}.write(m_journal.pending());
    });
}

void StoreWorker::settle(const Result<void>& outcome)
{
    if (!outcome) {
        // A new connection may work where this one does not: the folder may have come back.
        m_database.reset();
        m_timer.start(kRetryMillis);
        if (!std::exchange(m_failing, true)) {
            emit failed(outcome.error());
        }
        return;
    }
    if (std::exchange(m_failing, false)) {
        emit recovered();
    }
    const auto rows = static_cast<int>(m_journal.pending().size());
    if (rows > 0) {
        m_journal.clear();
        emit written(rows);
    }
}

void StoreWorker::listClasses()
{
    flush();
    report(ensureOpen().and_then([this] { return tellList(); }));
}

void StoreWorker::createClass(const std::string& name, int seats, std::int64_t wallMillis)
{
    flush();
    report(
        ensureOpen()
            .and_then([&] { return ClassRepository{*m_database}.create(name, seats, wallMillis); })
            .and_then([this](ClassId id) {
                return tell(id).and_then([this] { return tellList(); }).map([&] {
                    emit classCreated(id);
                });
            }));
}

void StoreWorker::changeClass(ClassId id, const ClassChange& change)
{
    flush();
    const auto changed =
        ensureOpen().and_then([&] { return change(ClassRepository{*m_database}); });
    report(changed);
    // Refused or not: what is true now, for whoever thought the change was made.
    const auto told =
        ensureOpen().and_then([&] { return tell(id); }).and_then([this] { return tellList(); });
    if (changed) {
        report(told);
    }
    emit classSettled(id);
}

Result<void> StoreWorker::tell(ClassId id)
{
    return ClassRepository{*m_database}.load(id).map(
        [this](const ClassRoster& roster) { emit rosterLoaded(roster); });
}

Result<void> StoreWorker::tellList()
{
    return ClassRepository{*m_database}.list().map(
        [this](const std::vector<ClassEntry>& classes) { emit classesListed(classes); });
}

void StoreWorker::report(const Result<void>& outcome)
{
    if (outcome) {
        return;
    }
    if (outcome.error().code != ErrorCode::BadPayload) {
        // The disk's trouble, not the question's: recovered() follows once it is over.
        m_failing = true;
        m_database.reset();
        m_timer.start(kRetryMillis);
    }
    emit failed(outcome.error());
}

} // namespace tutti::store

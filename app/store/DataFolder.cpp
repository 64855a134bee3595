#include "app/store/DataFolder.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <utility>

namespace tutti::store {

DataFolder::DataFolder(QString path, std::unique_ptr<QLockFile> lock)
    : m_path(std::move(path))
    , m_lock(std::move(lock))
{
}

Result<DataFolder> DataFolder::open(const QString& path)
{
    const QString folder = QDir::cleanPath(QDir{}.absoluteFilePath(
        path.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : path));
    constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    // A folder that was there belongs to whoever made it; what Tutti writes into it is private anyway.
    const bool isNew = !QDir{folder}.exists();
    if (!QDir{}.mkpath(folder) || (isNew && !QFile::setPermissions(folder, kOwnerOnly))) {
        return tl::unexpected{Error{ErrorCode::StoreUnavailable, folder.toStdString()}};
    }
    auto lock = std::make_unique<QLockFile>(QDir{folder}.filePath(QStringLiteral("tutti.lock")));
    // A lesson may be longer than any timeout: only the end of its process frees the folder.
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0)) {
        const bool held = lock->error() == QLockFile::LockFailedError;
        return tl::unexpected{Error{held ? ErrorCode::StoreLocked : ErrorCode::StoreUnavailable,
                                    folder.toStdString()}};
    }
    return DataFolder{folder, std::move(lock)};
}

QString DataFolder::databasePath() const
{
    return QDir{m_path}.filePath(QStringLiteral("tutti.sqlite"));
}

} // namespace tutti::store

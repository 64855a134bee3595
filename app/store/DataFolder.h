#pragma once

#include "app/domain/Error.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace tutti::store {

/// The folder everything is kept in, held by this process alone and readable by its owner alone.
/// Owns: the lock, until it goes away.
class DataFolder {
public:
    /// `path` empty: the place this system keeps application data.
    /// Errors: StoreUnavailable when it cannot be made or written, StoreLocked when another Tutti
    /// holds it.
    static Result<DataFolder> open(const QString& path);

    QString path() const { return m_path; }
    QString databasePath() const;

private:
    DataFolder(QString path, std::unique_ptr<QLockFile> lock);

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace tutti::store

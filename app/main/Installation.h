#pragma once

#include "app/domain/Error.h"
#include "app/store/ClassRepository.h"
#include "app/store/DataFolder.h"

#include <QByteArray>
#include <QString>

namespace tutti::main {

/// What this laptop keeps between runs, read once at the start: its data folder, its secret and the
/// class to open.
/// Owns: the lock of the data folder.
struct Installation {
    store::DataFolder folder;
    /// Signs every token; made at the first start.
    QByteArray secret;
    store::ClassRoster roster;

    /// `className` empty: the first class, made with 24 animals if there is none.
    /// Thread: main, before the others start.
    /// Errors: those of the store.
    static Result<Installation> open(const QString& dataFolder, const QString& className,
                                     std::int64_t wallMillis);
};

} // namespace tutti::main

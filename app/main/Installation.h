#pragma once

#include "app/domain/ClassList.h"
#include "app/domain/Door.h"
#include "app/domain/Error.h"
#include "app/store/DataFolder.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <vector>

namespace tutti::main {

/// What this laptop keeps between runs, read once at the start: its data folder, its secret, its
/// classes and its tablets.
/// Owns: the lock of the data folder.
struct Installation {
    store::DataFolder folder;
    /// Signs every token; made at the first start.
    QByteArray secret;
    /// Oldest first.
    std::vector<ClassEntry> classes;
    std::map<ClassId, ClassRoster> rosters;
    /// The class to begin with; it is among the above.
    ClassId current;
    /// By number.
    std::vector<Tablet> tablets;

    /// `className` empty: the class chosen last, else the first one, made with 24 animals if there
    /// is none.
    /// Thread: main, before the others start.
    /// Errors: those of the store.
    static Result<Installation> open(const QString& dataFolder, const QString& className,
                                     std::int64_t wallMillis);
};

} // namespace tutti::main

#pragma once

#include "app/domain/Error.h"
#include "app/domain/Ids.h"

#include <QHostAddress>
#include <QString>
#include <QStringList>

#include <optional>

namespace tutti::main {

/// What the command line asked for. Absent options keep their defaults.
struct Options {
    bool headless = false;
    bool help = false;
    bool version = false;
    /// 0 lets the system choose; absent means the default port, which may move on if taken.
    std::optional<quint16> port;
    std::optional<QHostAddress> bind;
    QString className;
    std::optional<RoomCode> code;
    QString dataFolder;
    QString configFile;
};

/// Reads `tutti [--headless] [--port N] …`.
/// Errors: BadOption, whose detail names what was wrong.
Result<Options> parseCommandLine(const QStringList& arguments);
/// What --help prints.
QString usage();

} // namespace tutti::main

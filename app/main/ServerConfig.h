#pragma once

#include "app/domain/Error.h"
#include "server/channel/Limits.h"

#include <QByteArray>
#include <QString>

namespace tutti::main {

/// What `--config FILE` may set. Everything else about a lesson is the teacher's to set in the app.
struct ServerConfig {
    /// Signs all tokens; empty: the installation's own.
    QByteArray jwtSecret;
    channel::Limits limits;
};

/// Reads a JSON configuration file.
/// Errors: BadConfig, whose detail names the key or the place.
Result<ServerConfig> readConfig(const QString& path);
/// The same from text.
Result<ServerConfig> parseConfig(const QByteArray& json);

} // namespace tutti::main

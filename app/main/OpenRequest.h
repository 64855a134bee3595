#pragma once

#include "app/domain/Command.h"
#include "app/domain/NetworkStatus.h"

#include <QHostAddress>
#include <QList>
#include <QString>

namespace tutti::main {

/// Where to listen and what to open there. Code and lesson are already drawn.
struct OpenRequest {
    OpenRoom room;
    QList<QHostAddress> addresses;
    quint16 port = 4000;
    /// A port somebody asked for by number is never exchanged for another.
    bool portIsExplicit = false;
    /// The address tablets are told, as text.
    QString lanAddress;
    QString adapterName;
    std::vector<NetworkAdapter> adapters;
    /// Skip the lobby (headless).
    bool startLesson = false;
};

} // namespace tutti::main

#pragma once

#include "app/domain/NetworkStatus.h"
#include "server/net/NetworkAdapters.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace tutti::main {

/// Notices when this computer joins or leaves a network. The system is asked every few seconds, on
/// a pool thread, because some answer slowly. Thread: the one it is made on.
class AdapterWatch final : public QObject {
    Q_OBJECT

public:
    explicit AdapterWatch(net::NetworkAdapters adapters, QObject* parent = nullptr);

    void start();

signals:
    /// Best first; never twice the same in a row.
    void changed(const std::vector<tutti::NetworkAdapter>& adapters);

private:
    void look();
    void seen(const std::vector<NetworkAdapter>& adapters);

    net::NetworkAdapters m_adapters;
    std::vector<NetworkAdapter> m_last;
    QTimer m_timer;
};

} // namespace tutti::main

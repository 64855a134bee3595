#pragma once

#include <QDBusConnection>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace tutti::main {

/// How to reach the two buses of a desktop. Called on a pool thread, because connecting waits for the bus; what comes
/// back may be unconnected.
struct Buses {
    std::function<QDBusConnection()> system;
    std::function<QDBusConnection()> session;

    static Buses ofThisSession();
};

/// The wish to stay awake, over D-Bus. logind is asked and the desktop's screen saver too: an idle computer is put to
/// sleep by either, and many desktops look at their own list only.
/// Thread: the one it is made on; the buses are waited for on a pool thread.
/// Errors: no bus, no service and a refusal all leave isHeld() false.
class DBusInhibitor final : public QObject {
    Q_OBJECT

public:
    explicit DBusInhibitor(Buses buses, QObject* parent = nullptr);
    ~DBusInhibitor() override { release(); }

    void hold(const QString& reason);
    void release();
    bool isHeld() const { return !m_granted.empty(); }

private:
    /// Each is one granted wish; the last copy that goes away withdraws it.
    using Granted = std::vector<std::shared_ptr<void>>;

    /// The wish that stands; 0 for none. Read by the pool thread.
    using Standing = std::atomic<int>;

    static Granted ask(const Buses& buses, const QString& reason, const Standing& standing,
                       int wish);
    void answered(int wish, Granted granted);

    Buses m_buses;
    Granted m_granted;
    std::shared_ptr<Standing> m_standing = std::make_shared<Standing>(0);
    /// Counts what hold() wished, so that the answer to a wish already withdrawn is not taken for this one's.
    int m_wish = 0;
};

} // namespace tutti::main

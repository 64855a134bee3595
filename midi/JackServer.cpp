#include "midi/JackServer.h"

namespace tutti::midi {
namespace {

using Client = _jack_client;
using Print = void(const char*);
using SetPrint = void(Print*);
using Open = Client*(const char*, int, int*, ...);
using Process = int(std::uint32_t, void*);
using Shutdown = void(void*);
using SetProcess = int(Client*, Process*, void*);
using SetShutdown = void(Client*, Shutdown*, void*);
using Simple = int(Client*);

/// JackNoStartServer: we never start one.
constexpr int kNoStart = 1;

void printNothing(const char* /*text*/) {}

int count(std::uint32_t /*frames*/, void* health)
{
    static_cast<JackHealth*>(health)->cycles.fetch_add(1, std::memory_order_relaxed);
    return 0;
}

void die(void* health)
{
    static_cast<JackHealth*>(health)->isAlive = false;
}

} // namespace

JackServer::JackServer()
    : m_library(QStringLiteral("jack"), 0)
{
    for (const char* name : {"jack_set_error_function", "jack_set_info_function"}) {
        if (auto* set = function<SetPrint>(name)) {
            set(printNothing);
        }
    }
}

JackServer::~JackServer()
{
    disconnectFromServer();
}

template <typename Function>
Function* JackServer::function(const char* name)
{
    return reinterpret_cast<Function*>(m_library.resolve(name));
}

bool JackServer::look()
{
    if (m_client != nullptr && !m_health->isAlive) {
        disconnectFromServer();
        return false;
    }
    if (m_client == nullptr) {
        connectToServer();
    }
    return m_health->isAlive;
}

void JackServer::connectToServer()
{
    auto* open = function<Open>("jack_client_open");
    auto* onProcess = function<SetProcess>("jack_set_process_callback");
    auto* onShutdown = function<SetShutdown>("jack_on_shutdown");
    auto* activate = function<Simple>("jack_activate");
    if (!open || !onProcess || !onShutdown || !activate) {
        return;
    }
    int status = 0;
    m_client = open("Tutti", kNoStart, &status);
    if (m_client == nullptr) {
        return;
    }
    m_health = std::make_shared<JackHealth>();
    m_health->isAlive = true;
    onProcess(m_client, count, m_health.get());
    onShutdown(m_client, die, m_health.get());
    if (activate(m_client) != 0) {
        m_health->isAlive = false;
    }
}

void JackServer::disconnectFromServer()
{
    m_health->isAlive = false;
    auto* close = function<Simple>("jack_client_close");
    if (m_client != nullptr && close != nullptr) {
        close(m_client);
    }
    m_client = nullptr;
}

} // namespace tutti::midi

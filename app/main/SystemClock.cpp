#include "app/main/SystemClock.h"

#include <QRandomGenerator>
#include <QString>

namespace tutti::main {

SystemClock::SystemClock()
    : m_start(std::chrono::steady_clock::now())
    , m_id(QString::number(QRandomGenerator::system()->generate64(), 16).toStdString())
{
}

ServerTime SystemClock::now() const
{
    return ServerTime{std::chrono::steady_clock::now() - m_start};
}

std::int64_t SystemClock::wallMillis() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace tutti::main

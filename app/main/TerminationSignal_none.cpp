#include "app/main/TerminationSignal.h"

namespace tutti::main {

TerminationSignal::TerminationSignal(QObject* parent)
    : QObject(parent)
{
}

TerminationSignal::~TerminationSignal() = default;

} // namespace tutti::main

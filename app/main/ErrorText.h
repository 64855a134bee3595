#pragma once

#include "app/domain/Error.h"

#include <QString>

namespace tutti::main {

/// An error for the terminal: what happened, what exactly, what to do.
QString errorText(const Error& error);

} // namespace tutti::main

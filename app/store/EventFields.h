#pragma once

#include "app/domain/Event.h"

#include <QJsonObject>

namespace tutti::store {

/// What the store keeps of a control event: everything but children's names and who gave which
/// answer. Empty for events that are no control events.
QJsonObject fieldsOf(const Event& event);

} // namespace tutti::store

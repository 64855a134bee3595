#pragma once

#include "app/domain/ClassList.h"

#include <QString>

namespace tutti::ui {

/// First names that more than one child of the class has, whatever case or Unicode form they were typed in, with commas
/// between; empty when all differ.
QString sharedNames(const ClassRoster& roster);
/// Whether both show the same pictures and names in the same order.
bool looksLike(const ClassRoster& a, const ClassRoster& b);

} // namespace tutti::ui

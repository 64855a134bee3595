#pragma once

#include "app/domain/ClassList.h"

#include <QString>

namespace tutti::ui {

/// First names that more than one child of the class has, whatever case or Unicode form they were typed in, with commas
/// between; empty when all differ.
QString sharedNames(const ClassRoster& roster);

} // namespace tutti::ui

#pragma once

#include <functional>

namespace tutti::ui {

class Edits;
class KeyBindings;
class TeachView;

/// Binds the keys of the Teach view. Each acts only while `isTeaching` says so.
void bindTeachKeys(KeyBindings& keys, TeachView& view, const std::function<bool()>& isTeaching);
/// Ctrl+Z and its opposite.
void bindUndoKeys(KeyBindings& keys, Edits& edits, const std::function<bool()>& isTeaching);

} // namespace tutti::ui

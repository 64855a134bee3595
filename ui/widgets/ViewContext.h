#pragma once

#include "app/domain/Clock.h"
#include "app/domain/CommandSink.h"
#include "ui/models/Edits.h"
#include "ui/models/RoomMirror.h"
#include "ui/widgets/Look.h"

namespace tutti::ui {

/// What every part of the dashboard works with: reads the mirror, asks the clock, submits to the sink.
/// Owns: nothing; all outlive the window.
struct ViewContext {
    RoomMirror& mirror;
    CommandSink& sink;
    const Clock& clock;
    Look& look;
    /// Takes what can be undone; null where nothing is.
    Edits* edits = nullptr;

    const RoomState& state() const { return mirror.state(); }
    void submit(const Command& command) const { sink.submit(command, Origin{}); }
};

} // namespace tutti::ui

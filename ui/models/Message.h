#pragma once

#include "app/domain/Error.h"

#include <QString>

#include <cstdint>

namespace tutti::ui {

/// One message for the teacher: what happened, then what to do next, so that nobody is left with a bare error.
struct Message {
    enum class Tone : std::uint8_t { Notice, Problem };
    QString title;
    QString advice;
    Tone tone = Tone::Notice;
    /// What its button says, if it has one besides closing.
    QString action = {};

    friend bool operator==(const Message&, const Message&) = default;
};

/// The dashboard's own words for an error; `detail` fills in what exactly, where the words have room for it.
Message messageFor(const Error& error);
/// The same where the program could not start because of it.
Message startMessageFor(const Error& error);
/// The key of an error's message: one at a time of each kind.
QString messageKey(ErrorCode code);

} // namespace tutti::ui

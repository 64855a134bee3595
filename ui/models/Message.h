#pragma once

#include "app/domain/Error.h"

#include <QString>

#include <cstdint>

namespace tutti::ui {

/// One message for the teacher: what happened, then what to do (DESIGN.md §8).
struct Message {
    enum class Tone : std::uint8_t { Notice, Problem };
    QString title;
    QString advice;
    Tone tone = Tone::Notice;

    friend bool operator==(const Message&, const Message&) = default;
};

/// The dashboard's own words for an error; `detail` fills in what exactly, where the words have room for it.
Message messageFor(const Error& error);

} // namespace tutti::ui

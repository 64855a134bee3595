#pragma once

#include "server/protocol/Frame.h"

#include <QByteArray>

#include <tl/expected.hpp>

namespace tutti::protocol {

/// A frame that cannot be used. None of them closes the socket (PROTOCOL.md 4.2).
struct DecodeError {
    enum class Kind : std::uint8_t {
        Malformed, ///< not JSON, not the right shape, or a binary frame cut short: dropped in silence
        Unsupported, ///< a binary frame we do not take: answered with a `system` message
    };

    Kind kind{};
    /// Where the frame wanted to go, if that could be read.
    QString topic = {};
    QString joinRef = {};

    friend bool operator==(const DecodeError&, const DecodeError&) = default;
};

/// Reads one text message: an object (PROTOCOL.md 4.2) or an array of five or more.
tl::expected<Frame, DecodeError> decodeText(Vsn vsn, const QByteArray& utf8);
/// Reads one binary message (PROTOCOL.md 4.2): kind 3 with JSON payload becomes the `broadcast` it stands for.
tl::expected<Frame, DecodeError> decodeBinary(Vsn vsn, const QByteArray& bytes);

} // namespace tutti::protocol

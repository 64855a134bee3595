#pragma once

#include "tests/bench/loadgen/Nanos.h"
#include "tests/bench/loadgen/Options.h"

#include <optional>
#include <string>
#include <string_view>

namespace tutti::bench {

/// One note as it arrived: the sender's number and stamp.
struct ArrivedNote {
    int sender = 0;
    Nanos stamp = 0;
};

enum class JoinAnswer { Accepted, Refused, None };

/// The words of a protocol: `phoenix` is the channel protocol with serializer 1.0.0, `raw` a plain room
/// whose server passes on whatever it gets.
class Dialect {
public:
    explicit Dialect(const Options& options);

    std::string target(int room) const;
    /// The frame that joins, or nothing where connecting is joining.
    std::optional<std::string> join(int room) const;
    std::string note(int room, int player, Nanos stamp) const;
    std::optional<std::string> heartbeat() const;
    JoinAnswer joinAnswer(std::string_view frame) const;

    static std::optional<ArrivedNote> noteIn(std::string_view frame);
    /// The number of an announced beat.
    static std::optional<std::int64_t> beatIn(std::string_view frame);

private:
    std::string topic(int room) const;
    bool isPhoenix() const { return m_options.protocol == Protocol::Phoenix; }

    Options m_options;
    std::string m_pad;
};

} // namespace tutti::bench

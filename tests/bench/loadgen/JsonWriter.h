#pragma once

#include <string>
#include <string_view>

namespace tutti::bench {

/// Writes one JSON object, members in the order they are given.
class JsonWriter {
public:
    JsonWriter& number(std::string_view key, double value, int digits = 3);
    JsonWriter& text(std::string_view key, std::string_view value);
    /// A value that is JSON already.
    JsonWriter& raw(std::string_view key, std::string_view json);
    std::string done() const { return m_text + "}"; }

    static std::string quoted(std::string_view value);

private:
    std::string m_text = "{";
};

} // namespace tutti::bench

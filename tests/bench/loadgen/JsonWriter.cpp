#include "tests/bench/loadgen/JsonWriter.h"

#include <cmath>
#include <cstdio>

namespace tutti::bench {

std::string JsonWriter::quoted(std::string_view value)
{
    std::string out = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        // Control characters only come with a broken server's words; a space reads as well.
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + '"';
}

JsonWriter& JsonWriter::raw(std::string_view key, std::string_view json)
{
    if (m_text.size() > 1) {
        m_text += ',';
    }
    m_text += quoted(key) + ":" + std::string{json};
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view key, std::string_view value)
{
    return raw(key, quoted(value));
}

JsonWriter& JsonWriter::number(std::string_view key, double value, int digits)
{
    char shown[64];
    std::snprintf(shown, sizeof shown, "%.*f", digits, value);
    return raw(key, std::isfinite(value) ? shown : "null");
}

} // namespace tutti::bench

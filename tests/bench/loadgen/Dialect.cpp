#include "tests/bench/loadgen/Dialect.h"

#include "tests/bench/loadgen/JsonWriter.h"

#include <charconv>

namespace tutti::bench {
namespace {

constexpr std::string_view kBeatMark = "\"event\":\"beat\"";

/// What stands behind `"key":`. Frames are searched, not parsed, so that the generator costs little.
std::optional<std::string_view> valueOf(std::string_view frame, std::string_view key)
{
    const std::string mark = '"' + std::string{key} + "\":";
    const auto found = frame.find(mark);
    if (found == std::string_view::npos) {
        return std::nullopt;
    }
    const auto start = frame.find_first_not_of(' ', found + mark.size());
    return start == std::string_view::npos ? std::nullopt : std::optional{frame.substr(start)};
}

template <typename Number>
std::optional<Number> numberIn(std::string_view text)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end != text.data() ? std::optional{number} : std::nullopt;
}

std::string channelMessage(const std::string& topic, std::string_view event,
                           const std::string& payload)
{
    return JsonWriter{}
        .text("topic", topic)
        .text("event", event)
        .raw("payload", payload)
        .text("ref", "1")
        .text("join_ref", "1")
        .done();
}

} // namespace

Dialect::Dialect(const Options& options)
    : m_options(options)
    , m_pad(static_cast<std::size_t>(options.padBytes), 'x')
{
}

std::string Dialect::topic(int room) const
{
    std::string topic = m_options.topic;
    const std::string mark = "{room}";
    if (const auto found = topic.find(mark); found != std::string::npos) {
        topic.replace(found, mark.size(), std::to_string(room));
    }
    return topic;
}

std::string Dialect::target(int room) const
{
    std::string target = m_options.path;
    const auto add = [&](const std::string& query) {
        target += (target.find('?') == std::string::npos ? '?' : '&') + query;
    };
    add(isPhoenix() ? "vsn=1.0.0" : "room=" + std::to_string(room));
    if (!m_options.query.empty()) {
        add(m_options.query);
    }
    return target;
}

std::optional<std::string> Dialect::join(int room) const
{
    return isPhoenix() ? std::optional{channelMessage(topic(room), "phx_join", "{\"config\":{}}")}
                       : std::nullopt;
}

std::string Dialect::note(int room, int player, Nanos stamp) const
{
    JsonWriter note;
    note.number("midi", static_cast<double>(36 + stamp / 1000 % 60), 0)
        .text("student_id", std::string{"b"} += std::to_string(player));
    if (!m_pad.empty()) {
        note.text("pad", m_pad);
    }
    note.raw("t", std::to_string(stamp));
    const std::string payload = JsonWriter{}
                                    .text("type", "broadcast")
                                    .text("event", "play_note")
                                    .raw("payload", note.done())
                                    .done();
    return isPhoenix() ? channelMessage(topic(room), "broadcast", payload) : payload;
}

std::optional<std::string> Dialect::heartbeat() const
{
    return isPhoenix() ? std::optional{channelMessage("phoenix", "heartbeat", "{}")} : std::nullopt;
}

JoinAnswer Dialect::joinAnswer(std::string_view frame) const
{
    if (frame.find("phx_reply") == std::string_view::npos) {
        return JoinAnswer::None;
    }
    const auto status = valueOf(frame, "status");
    return status && status->starts_with("\"ok\"") ? JoinAnswer::Accepted : JoinAnswer::Refused;
}

std::optional<ArrivedNote> Dialect::noteIn(std::string_view frame)
{
    const auto sender = valueOf(frame, "student_id");
    const auto stamp = valueOf(frame, "t");
    if (!sender || !stamp || !sender->starts_with("\"b")) {
        return std::nullopt;
    }
    const auto number = numberIn<int>(sender->substr(2));
    const auto at = numberIn<Nanos>(*stamp);
    return number && at ? std::optional{ArrivedNote{*number, *at}} : std::nullopt;
}

std::optional<std::int64_t> Dialect::beatIn(std::string_view frame)
{
    const auto index = valueOf(frame, "beat");
    return index && frame.find(kBeatMark) != std::string_view::npos ? numberIn<std::int64_t>(*index)
                                                                    : std::nullopt;
}

} // namespace tutti::bench

#include "server/channel/Limits.h"

#include <array>

namespace tutti::channel {
namespace {

struct Field {
    QLatin1StringView key;
    int Limits::*value;
};

constexpr std::array kFields{
    Field{QLatin1StringView{"sockets"}, &Limits::sockets},
    Field{QLatin1StringView{"joins_per_second"}, &Limits::joinsPerSecond},
    Field{QLatin1StringView{"joins_per_second_per_peer"}, &Limits::joinsPerSecondPerPeer},
    Field{QLatin1StringView{"channels_per_socket"}, &Limits::channelsPerSocket},
    Field{QLatin1StringView{"max_frame_bytes"}, &Limits::maxFrameBytes},
    Field{QLatin1StringView{"payload_bytes"}, &Limits::payloadBytes},
    Field{QLatin1StringView{"events_per_second_per_peer"}, &Limits::eventsPerSecondPerPeer},
    Field{QLatin1StringView{"frames_per_second_per_peer"}, &Limits::framesPerSecondPerPeer},
    Field{QLatin1StringView{"bytes_per_second_per_peer"}, &Limits::bytesPerSecondPerPeer},
    Field{QLatin1StringView{"presence_calls_per_window"}, &Limits::presenceCallsPerWindow},
    Field{QLatin1StringView{"presence_window_ms"}, &Limits::presenceWindowMs},
    Field{QLatin1StringView{"queued_bytes_per_peer"}, &Limits::queuedBytesPerPeer},
    Field{QLatin1StringView{"rest_messages_per_second"}, &Limits::restMessagesPerSecond},
};

tl::unexpected<Error> wrong(const QString& detail)
{
    return tl::unexpected{Error{ErrorCode::BadConfig, detail.toStdString()}};
}

const Field* fieldNamed(const QString& key)
{
    for (const Field& field : kFields) {
        if (field.key == key) {
            return &field;
        }
    }
    return nullptr;
}

} // namespace

Result<Limits> limitsFromJson(const QJsonObject& json)
{
    Limits limits;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const Field* field = fieldNamed(it.key());
        if (!field) {
            return wrong(QStringLiteral("unknown key \"limits.%1\"").arg(it.key()));
        }
        // toInt() gives its default for fractions and for numbers beyond int.
        const int value = it.value().toInt(0);
        if (value < 1) {
            return wrong(
                QStringLiteral("limits.%1 must be a whole number of at least 1").arg(it.key()));
        }
        limits.*(field->value) = value;
    }
    return limits;
}

} // namespace tutti::channel

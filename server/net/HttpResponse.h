#pragma once

#include "app/domain/Error.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace tutti::net {

/// One HTTP answer; framing and the headers every answer has are added when it is written.
struct HttpResponse {
    int status = 200;
    QByteArray body = {};
    QByteArray contentType = {};
    std::vector<std::pair<QByteArray, QByteArray>> headers = {};
};

/// `{"error": message}` under this status, as the gateway in front of a hosted service answers.
HttpResponse refusal(int status, const QByteArray& message);
/// The error of an `/api/v1` route (server/PROTOCOL.md section 3).
HttpResponse apiRefusal(int status, const Error& error);
QByteArray reasonPhrase(int status);

struct ResponseFraming {
    bool keepAlive = true;
    /// The answer to HEAD says how long the body would be and leaves it out.
    bool headOnly = false;
};
QByteArray toBytes(const HttpResponse& response, ResponseFraming framing);

} // namespace tutti::net

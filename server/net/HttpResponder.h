#pragma once

#include "server/net/HttpRequest.h"
#include "server/net/HttpResponse.h"

#include <functional>
#include <memory>

namespace tutti::net {

/// Answers one request, now or later, from the classroom thread. The first answer counts; a
/// responder whose last copy goes away unanswered answers 500. Safe when the client is gone: the
/// answer is dropped.
class HttpResponder {
public:
    using Send = std::function<void(const HttpResponse&)>;

    explicit HttpResponder(Send send);
    void operator()(const HttpResponse& response) const;

private:
    class Answer;
    std::shared_ptr<Answer> m_answer;
};

using RouteHandler = std::function<void(const HttpRequest& request, const HttpResponder& respond)>;

} // namespace tutti::net

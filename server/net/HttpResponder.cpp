#include "server/net/HttpResponder.h"

#include <utility>

namespace tutti::net {

class HttpResponder::Answer {
public:
    explicit Answer(Send send)
        : m_send(std::move(send))
    {
    }
    Answer(const Answer&) = delete;
    Answer& operator=(const Answer&) = delete;
    ~Answer() { give(refusal(500, "No answer")); }

    void give(const HttpResponse& response)
    {
        if (const Send send = std::exchange(m_send, nullptr)) {
            send(response);
        }
    }

private:
    Send m_send;
};

HttpResponder::HttpResponder(Send send)
    : m_answer(std::make_shared<Answer>(std::move(send)))
{
}

void HttpResponder::operator()(const HttpResponse& response) const
{
    m_answer->give(response);
}

} // namespace tutti::net

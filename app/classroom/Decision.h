#pragma once

#include "app/domain/Event.h"
#include "app/domain/Notice.h"

#include <tl/expected.hpp>

#include <utility>
#include <vector>

namespace tutti::classroom {

/// What a command comes to: facts to record, or answers to its sender alone, or both.
struct Verdict {
    std::vector<Event> events;
    std::vector<Answer> answers;
};

/// A verdict, or why the command was not carried out.
using Decision = tl::expected<Verdict, Error>;

inline tl::unexpected<Error> refuse(ErrorCode code, std::string detail = {})
{
    return tl::unexpected{Error{code, std::move(detail)}};
}

inline Verdict record(Event event)
{
    Verdict verdict;
    verdict.events.push_back(std::move(event));
    return verdict;
}

inline Verdict answer(Answer body)
{
    Verdict verdict;
    verdict.answers.push_back(std::move(body));
    return verdict;
}

} // namespace tutti::classroom

#include "app/sel/Answers.h"

namespace tutti::sel {
namespace {

constexpr int kLeastOffered = 4;
constexpr int kLeastForPercent = 20;
constexpr int kLeastStudents = 5;

} // namespace

bool isExcused(const Opportunity& opportunity, const IntervalSet& eligible)
{
    const IntervalSet span{{{opportunity.from, opportunity.to}}};
    if (span.isEmpty()) {
        return !eligible.contains(opportunity.expected);
    }
    return span.intersectedWith(eligible).length() * 5 < span.length() * 4;
}

AnswerTally& AnswerTally::operator+=(const AnswerTally& other)
{
    offered += other.offered;
    answered += other.answered;
    inTime += other.inTime;
    excused += other.excused;
    return *this;
}

AnswerTally tallyOf(std::span<const Opportunity> opportunities, const IntervalSet& eligible)
{
    AnswerTally tally;
    for (const Opportunity& opportunity : opportunities) {
        if (isExcused(opportunity, eligible)) {
            ++tally.excused;
            continue;
        }
        ++tally.offered;
        tally.answered += opportunity.isAnswered() ? 1 : 0;
        tally.inTime += opportunity.isInTime() ? 1 : 0;
    }
    return tally;
}

std::optional<double> rateOf(const AnswerTally& tally)
{
    if (tally.offered == 0) {
        return std::nullopt;
    }
    return static_cast<double>(tally.answered) / tally.offered;
}

std::optional<double> shownRate(const AnswerTally& tally)
{
    return tally.offered < kLeastOffered ? std::nullopt : rateOf(tally);
}

bool showsPercent(const AnswerTally& tally)
{
    return tally.offered >= kLeastForPercent;
}

std::optional<ClassAnswers> classAnswers(const std::vector<AnswerTally>& tallies)
{
    ClassAnswers answers;
    AnswerTally all;
    for (const AnswerTally& tally : tallies) {
        if (tally.offered > 0) {
            all += tally;
            ++answers.students;
            answers.atLeastHalf += tally.answered * 2 >= tally.offered ? 1 : 0;
        }
    }
    if (answers.students < kLeastStudents) {
        return std::nullopt;
    }
    answers.rate = *rateOf(all);
    return answers;
}

} // namespace tutti::sel

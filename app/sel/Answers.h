#pragma once

#include "app/domain/Opportunity.h"
#include "app/sel/IntervalSet.h"

#include <optional>
#include <span>
#include <vector>

namespace tutti::sel {

/// Whether technology, teacher or absence took so much of the opportunity's span that it does not count: less than 80 %
/// of it was eligible. `eligible`: eligibleTime() of the seat.
bool isExcused(const Opportunity& opportunity, const IntervalSet& eligible);

/// What became of a seat's opportunities.
struct AnswerTally {
    /// Not excused.
    int offered = 0;
    int answered = 0;
    /// Of the answered ones.
    int inTime = 0;
    int excused = 0;

    AnswerTally& operator+=(const AnswerTally& other);
    friend bool operator==(const AnswerTally&, const AnswerTally&) = default;
};

/// All opportunities of one seat.
AnswerTally tallyOf(std::span<const Opportunity> opportunities, const IntervalSet& eligible);

/// Answered of offered; empty if nothing was offered.
std::optional<double> rateOf(const AnswerTally& tally);
/// The same where it is enough to be shown: from four offered ones on.
std::optional<double> shownRate(const AnswerTally& tally);
/// Below twenty, people are shown "6 of 8" and not a percentage.
bool showsPercent(const AnswerTally& tally);

/// How a class took part.
struct ClassAnswers {
    /// Of all students together.
    double rate = 0.0;
    /// Students who answered at least half of what they were offered.
    int atLeastHalf = 0;
    int students = 0;
};

/// Empty below five students who were offered something.
std::optional<ClassAnswers> classAnswers(const std::vector<AnswerTally>& tallies);

} // namespace tutti::sel

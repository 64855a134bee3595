#include "app/domain/ClassList.h"

#include "app/domain/Avatar.h"

#include <algorithm>
#include <map>
#include <set>

namespace tutti {
namespace {

Error bad(std::string reason)
{
    return {ErrorCode::BadPayload, std::move(reason)};
}

bool isOneLine(const std::string& text)
{
    return text.size() <= kMaxNameBytes &&
           std::none_of(text.begin(), text.end(),
                        [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

bool isBlank(const std::string& text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' '; });
}

std::optional<Error> problemOfSeats(const std::vector<SeatPlan>& seats)
{
    std::set<std::string> avatars;
    std::set<StudentId> students;
    std::int32_t number = 0;
    for (const SeatPlan& plan : seats) {
        if (plan.seat.value != ++number) {
            return bad("seats are numbered from 1 without a gap");
        }
        if (!isOneLine(plan.name)) {
            return bad("a first name is one line of at most 64 bytes");
        }
        if (!isAvatar(plan.avatar) || !avatars.insert(plan.avatar).second) {
            return bad("every child has a picture of its own");
        }
        if (plan.student.isValid() && !students.insert(plan.student).second) {
            return bad("a child has one seat");
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Error> problemOf(const ClassRoster& roster)
{
    if (isBlank(roster.name) || !isOneLine(roster.name)) {
        return bad("a class has a name of one line of at most 64 bytes");
    }
    if (roster.seats.empty() || roster.seats.size() > static_cast<std::size_t>(kMaxClassSeats)) {
        return bad("a class has 1 to 40 seats");
    }
    return problemOfSeats(roster.seats);
}

const std::string& freeAvatar(const std::vector<SeatPlan>& seats)
{
    const auto& names = avatarNames();
    const auto isFree = [&](const std::string& name) {
        return std::none_of(seats.begin(), seats.end(),
                            [&](const SeatPlan& plan) { return plan.avatar == name; });
    };
    const auto found = std::find_if(names.begin(), names.end(), isFree);
    return found == names.end() ? names.front() : *found;
}

std::vector<std::vector<SeatId>> sameNames(const std::vector<SeatPlan>& seats, const FoldName& fold)
{
    std::map<std::string, std::vector<SeatId>> byName;
    for (const SeatPlan& plan : seats) {
        if (!isBlank(plan.name)) {
            byName[fold(plan.name)].push_back(plan.seat);
        }
    }
    std::vector<std::vector<SeatId>> groups;
    for (auto& [name, group] : byName) {
        if (group.size() > 1) {
            groups.push_back(std::move(group));
        }
    }
    std::sort(groups.begin(), groups.end());
    return groups;
}

} // namespace tutti

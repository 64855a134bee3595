#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>

namespace tutti {

/// A whole number that names one kind of thing and refuses to be mixed with another kind.
template <typename Tag, typename Value = std::int64_t>
struct Id {
    Value value{};

    constexpr Id() = default;
    constexpr explicit Id(Value v)
        : value(v)
    {
    }
    constexpr bool isValid() const { return value != Value{}; }
    friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

/// A class ("Grade 3 · Room 12"): own rooms, roster, settings, keys and data. Row id in the store.
using ClassId = Id<struct ClassTag>;
/// One child on a class list. Row id in the store; never on the wire.
using StudentId = Id<struct StudentTag>;
/// One lesson, from opening the room to its end. Random, below 2^53, so that JSON keeps it whole.
using LessonId = Id<struct LessonTag>;
/// One playing position in a room, 1 to kMaxSeats.
using SeatId = Id<struct SeatTag, std::int32_t>;
/// One connected client, or one pending HTTP request; never reused while the program runs.
using PeerId = Id<struct PeerTag, std::uint64_t>;

inline constexpr std::int32_t kMaxSeats = 48;

/// The four-letter word that names an open room, upper case. A door label, not a password.
struct RoomCode {
    std::string letters;

    bool isValid() const { return !letters.empty(); }
    friend auto operator<=>(const RoomCode&, const RoomCode&) = default;
};

} // namespace tutti

template <typename Tag, typename Value>
struct std::hash<tutti::Id<Tag, Value>> {
    std::size_t operator()(const tutti::Id<Tag, Value>& id) const noexcept
    {
        return std::hash<Value>{}(id.value);
    }
};

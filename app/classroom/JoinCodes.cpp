#include "app/classroom/JoinCodes.h"

#include <algorithm>
#include <array>

namespace tutti::classroom {
namespace {

using namespace std::string_view_literals;

constexpr std::array kWords{
    "ACRE"sv, "ALOE"sv, "APEX"sv, "AQUA"sv, "ARCH"sv, "AUNT"sv, "BABY"sv, "BAKE"sv, "BAND"sv,
    "BARN"sv, "BEAN"sv, "BEAR"sv, "BELL"sv, "BIRD"sv, "BLUE"sv, "BOAT"sv, "BOOK"sv, "BOOT"sv,
    "BOWL"sv, "BUSH"sv, "CAKE"sv, "CALM"sv, "CAMP"sv, "CAPE"sv, "CARD"sv, "CART"sv, "CAVE"sv,
    "CITY"sv, "CLAP"sv, "CLAY"sv, "CLUB"sv, "COAT"sv, "CORN"sv, "CRAB"sv, "CREW"sv, "CUBE"sv,
    "DASH"sv, "DAWN"sv, "DEER"sv, "DESK"sv, "DISH"sv, "DOOR"sv, "DOVE"sv, "DRUM"sv, "DUCK"sv,
    "DUNE"sv, "EAST"sv, "ECHO"sv, "FARM"sv, "FAWN"sv, "FERN"sv, "FISH"sv, "FLAG"sv, "FLUX"sv,
    "FOAM"sv, "FOLK"sv, "FORK"sv, "FROG"sv, "GAME"sv, "GATE"sv, "GIFT"sv, "GLOW"sv, "GOAT"sv,
    "GOLD"sv, "GULF"sv, "HAND"sv, "HARE"sv, "HARP"sv, "HAWK"sv, "HERB"sv, "HILL"sv, "HIVE"sv,
    "HOME"sv, "HOOP"sv, "HORN"sv, "IRIS"sv, "JADE"sv, "JAZZ"sv, "JOKE"sv, "JUMP"sv, "KELP"sv,
    "KIND"sv, "KING"sv, "KITE"sv, "KIWI"sv, "LAKE"sv, "LAMB"sv, "LAMP"sv, "LARK"sv, "LAWN"sv,
    "LEAF"sv, "LIME"sv, "LION"sv, "LUTE"sv, "LYRE"sv, "MAPS"sv, "MILK"sv, "MINT"sv, "MOON"sv,
    "MOSS"sv, "MOTH"sv, "NEST"sv, "NOON"sv, "NOTE"sv, "OATS"sv, "OPAL"sv, "OVEN"sv, "PARK"sv,
    "PATH"sv, "PEAR"sv, "PINE"sv, "PLUM"sv, "POEM"sv, "POND"sv, "PONY"sv, "PUMA"sv, "QUIZ"sv,
    "RAIN"sv, "RAMP"sv, "REEF"sv, "RICE"sv, "RING"sv, "ROAD"sv, "ROBE"sv, "ROCK"sv, "ROOF"sv,
    "ROSE"sv, "RUBY"sv, "SAGE"sv, "SAIL"sv, "SALT"sv, "SAND"sv, "SEAL"sv, "SEED"sv, "SHIP"sv,
    "SILK"sv, "SNOW"sv, "SOAP"sv, "SOCK"sv, "SONG"sv, "SOUP"sv, "STAR"sv, "SURF"sv, "SWAN"sv,
    "TAXI"sv, "TENT"sv, "TIDE"sv, "TOAD"sv, "TREE"sv, "TUBA"sv, "TUNA"sv, "TUNE"sv, "TWIG"sv,
    "VASE"sv, "VINE"sv, "WALK"sv, "WAVE"sv, "WIND"sv, "WING"sv, "WISH"sv, "WOLF"sv, "WOOD"sv,
    "WOOL"sv, "WREN"sv, "YARN"sv, "YOGA"sv, "ZEST"sv,
};

constexpr bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

} // namespace

std::span<const std::string_view> joinWords()
{
    return kWords;
}

RoomCode codeFor(std::uint64_t random)
{
    return {std::string{kWords[random % kWords.size()]}};
}

std::optional<RoomCode> parseCode(std::string_view text)
{
    if (text.size() != 4 || !std::all_of(text.begin(), text.end(), isLetter)) {
        return std::nullopt;
    }
    RoomCode code{std::string{text}};
    for (char& c : code.letters) {
        c = static_cast<char>(c & ~0x20);
    }
    return code;
}

} // namespace tutti::classroom

// Another program on a JACK server, with one MIDI port of its own: `listen` writes what it receives
// to stdout, `play` sends what it reads from stdin; a message a line, in hexadecimal. It says
// "ready" first and ends with its stdin. Kept out of the test's own process, because libjack cannot
// look for a new server while a client of a dead one is still there.
#include <rtmidi/RtMidi.h>

#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>

namespace {

void print(double /*seconds*/, std::vector<unsigned char>* message, void* /*self*/)
{
    std::string line;
    for (const unsigned char byte : *message) {
        char text[4];
        std::snprintf(text, sizeof text, "%02x ", byte);
        line += text;
    }
    std::puts(line.c_str());
    std::fflush(stdout);
}

std::vector<unsigned char> parse(const std::string& line)
{
    std::istringstream text{line};
    std::vector<unsigned char> message;
    for (unsigned byte = 0; text >> std::hex >> byte;) {
        message.push_back(static_cast<unsigned char>(byte));
    }
    return message;
}

} // namespace

int main(int argc, char** argv)
{
    const std::string mode = argc > 1 ? argv[1] : "";
    RtMidiIn in{RtMidi::UNIX_JACK, "Far"};
    RtMidiOut out{RtMidi::UNIX_JACK, "Near"};
    if (mode == "listen") {
        in.setCallback(print);
        in.openVirtualPort("synth");
    } else {
        out.openVirtualPort("keys");
    }
    std::puts("ready");
    std::fflush(stdout);
    for (std::string line; std::getline(std::cin, line);) {
        const std::vector<unsigned char> message = parse(line);
        out.sendMessage(&message);
    }
    return 0;
}

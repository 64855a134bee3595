#include "ui/models/Message.h"

#include <QCoreApplication>

namespace tutti::ui {
namespace {

using Tone = Message::Tone;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tutti::ui::Message)
};

Message deviceMessage(const Error& error)
{
    switch (error.code) {
    case ErrorCode::NoAudioDevice:
        return {Words::tr("No sound output found"),
                Words::tr("The lesson goes on without the click. Connect speakers; they appear "
                          "here by themselves."),
                Tone::Notice};
    case ErrorCode::PortTaken:
        return {
            Words::tr("Another program is using the port"),
            Words::tr(
                "The room could not be opened. Close the other program, then open the room again."),
            Tone::Problem};
    case ErrorCode::BadAddress:
        return {Words::tr("The room cannot use that network"),
                Words::tr("Choose another network in the lobby, then open the room again."),
                Tone::Problem};
    default:
        return {};
    }
}

Message storeMessage(const Error& error)
{
    switch (error.code) {
    case ErrorCode::StoreUnavailable:
        return {Words::tr("The lesson is not being saved"),
                Words::tr("The class can go on playing. Check that the disk has space left."),
                Tone::Problem};
    case ErrorCode::StoreCorrupt:
        return {Words::tr("The saved data is damaged"),
                Words::tr("Restore a backup of the data folder, or start with an empty one."),
                Tone::Problem};
    case ErrorCode::StoreTooNew:
        return {Words::tr("The saved data comes from a newer Tutti"),
                Words::tr("Install the newer Tutti, or choose another data folder."),
                Tone::Problem};
    case ErrorCode::StoreLocked:
        return {Words::tr("Another Tutti is already running"),
                Words::tr("Close the other window first; both would write to the same data."),
                Tone::Problem};
    default:
        return {};
    }
}

Message roomMessage(const Error& error)
{
    switch (error.code) {
    case ErrorCode::NoLesson:
        return {Words::tr("The lesson has not started"), Words::tr("Press Start lesson first."),
                Tone::Notice};
    case ErrorCode::RoomClosed:
        return {Words::tr("The room is closed"), Words::tr("Open the room first."), Tone::Notice};
    case ErrorCode::BadTempo:
        return {Words::tr("That tempo is out of range"),
                Words::tr("Choose from 20 to 300 beats a minute."), Tone::Notice};
    case ErrorCode::TabletFull:
        return {Words::tr("That tablet has two students already"),
                Words::tr("Choose another tablet, or free one of its seats first."), Tone::Notice};
    case ErrorCode::RoomFull:
        return {Words::tr("The room is full"), Words::tr("Free the seat of somebody who has left."),
                Tone::Notice};
    case ErrorCode::BadRole:
        return {Words::tr("This game has no such role"),
                Words::tr("Choose another role, or a game that has it."), Tone::Notice};
    case ErrorCode::BadMove:
        return {Words::tr("The game cannot do that now"),
                Words::tr("Listeners and conductors own no beat; give them a role that plays."),
                Tone::Notice};
    case ErrorCode::NoSuchSeat:
        return {Words::tr("That seat is not in this room any more"),
                Words::tr("Choose another student."), Tone::Notice};
    default:
        return {};
    }
}

} // namespace

Message messageFor(const Error& error)
{
    for (const auto& lookUp : {deviceMessage, storeMessage, roomMessage}) {
        if (Message found = lookUp(error); !found.title.isEmpty()) {
            return found;
        }
    }
    return {Words::tr("That did not work"), Words::tr("Nothing was changed. Try it again."),
            Tone::Notice};
}

QString messageKey(ErrorCode code)
{
    const std::string_view name = codeName(code);
    return QLatin1String("error/") +
           QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

Message startMessageFor(const Error& error)
{
    switch (error.code) {
    case ErrorCode::StoreUnavailable:
        return {Words::tr("Tutti cannot use its data folder"),
                Words::tr("Check that the disk has space left and that you may write to the "
                          "folder, then start Tutti again."),
                Tone::Problem};
    case ErrorCode::BadConfig:
        return {Words::tr("The settings file has a mistake"),
                Words::tr("Correct the file, or start Tutti without it."), Tone::Problem};
    default:
        return messageFor(error);
    }
}

} // namespace tutti::ui

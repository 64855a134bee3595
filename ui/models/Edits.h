#pragma once

#include "app/domain/CommandSink.h"
#include "ui/models/RoomMirror.h"

#include <QObject>
#include <QUndoStack>

#include <functional>

namespace tutti::ui {

/// What the teacher does to students and can take back: each is a command with its opposite, worked out from the mirror when
/// it is done. Music and Everyone quiet are not here: what sounded cannot be taken back.
/// Thread: the GUI thread. Owns: the history, which ends with the lesson; mirror and sink must outlive it.
class Edits final : public QObject {
    Q_OBJECT

public:
    Edits(const RoomMirror& mirror, CommandSink& sink, QObject* parent = nullptr);

    // Nothing is submitted or remembered where nothing would change.
    void mute(const std::vector<SeatId>& seats, bool muted);
    void muteAll(bool muted);
    void muteRole(Role role, bool muted);
    void solo(std::optional<Role> role);
    void assignRole(const std::vector<SeatId>& seats, Role role);
    void deal(Deal how, std::uint64_t random);
    /// Beat 0: none.
    void assignBeat(const std::vector<SeatId>& seats, int beat);
    void freeSeats(const std::vector<SeatId>& seats);
    void rename(SeatId seat, const QString& name);
    /// `tablet` is for the words only.
    void giveSeat(SeatId seat, const std::string& device, int tablet);
    /// The tablet of `from` belongs to the child of `to`.
    void swapSeats(SeatId from, SeatId to);

    bool undo();
    bool redo();
    const QUndoStack& history() const { return m_stack; }

signals:
    /// Something was done that can be taken back. `what` goes on after "Undo: ".
    void done(const QString& what);
    /// Something was taken back or done again.
    void stepped();

private:
    void push(const QString& what, std::vector<Command> forward, std::vector<Command> back,
              std::function<bool(const Command&)> fits = {});
    std::vector<Seat> seatsWhere(const std::function<bool(const Seat&)>& holds) const;
    std::vector<Seat> seatsOf(const std::vector<SeatId>& ids,
                              const std::function<bool(const Seat&)>& holds) const;
    std::vector<Command> rolesOf(const std::vector<Seat>& seats) const;
    void forgetOldLesson();

    const RoomMirror& m_mirror;
    CommandSink& m_sink;
    LessonId m_lesson;
    QUndoStack m_stack;
};

} // namespace tutti::ui

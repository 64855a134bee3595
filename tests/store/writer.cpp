// Writes notes in transactions of ten until it is killed, and prints the number of the last safe one after each.

#include "app/store/Database.h"
#include "app/store/EventJournal.h"
#include "app/store/RowWriter.h"
#include "tests/store/Lesson.h"

#include <QString>

#include <cstdio>

int main(int argc, char** argv)
{
    using namespace tutti;
    auto database = argc == 2 ? store::Database::open(QString::fromLocal8Bit(argv[1]))
                              : Result<store::Database>{tl::unexpected{Error{}}};
    if (!database) {
        return 1;
    }
    const store::RowWriter writer{*database, QStringLiteral("Etc/UTC")};
    store::EventJournal journal;
    test::EventStream stream;
    journal.record({stream.next(test::openedRoom(ClassId{}))});
    for (;;) {
        EventEnvelope last;
        for (int i = 0; i < 10; ++i) {
            last = stream.next(test::notePlayed(SeatId{1}, 60 + i, stream.now()));
            journal.record({last});
        }
        if (!writer.write(journal.pending())) {
            return 2;
        }
        journal.clear();
        std::printf("%llu\n", static_cast<unsigned long long>(last.seq));
        std::fflush(stdout);
    }
}

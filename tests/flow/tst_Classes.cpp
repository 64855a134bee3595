#include "app/main/Backend.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tutti;

/// The classes and tablets of the whole program, from one start to the next.
class tst_Classes : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        start();
    }
    void cleanup() { m_backend.reset(); }

    void beginsWithAClassOfAnimals()
    {
        QCOMPARE(m_backend->classes().size(), std::size_t{1});
        QVERIFY(m_backend->roster().id == m_backend->currentClass());
        QCOMPARE(m_backend->roster().seats.size(), std::size_t{24});
    }

    void usesANewClassNowAndAtTheNextStart()
    {
        const ClassId id = createClass(QStringLiteral(" Grade 4 "), 12);
        QCOMPARE(m_backend->roster().name, std::string{"Grade 4"});
        QCOMPARE(m_backend->roster().seats.size(), std::size_t{12});
        QCOMPARE(m_backend->classes().size(), std::size_t{2});
        start();
        QVERIFY(m_backend->currentClass() == id);
        QCOMPARE(m_backend->roster().seats.size(), std::size_t{12});
    }

    void opensTheRoomOfTheClassThatWasChosen()
    {
        const ClassId first = m_backend->currentClass();
        createClass(QStringLiteral("Grade 4"), 12);
        m_backend->chooseClass(first);
        QVERIFY(m_backend->currentClass() == first);
        QVERIFY(openRoom());
        QVERIFY(m_opened.classId == first);
        QCOMPARE(m_opened.seats.size(), std::size_t{24});
    }

    void keepsTheClassWhileTheRoomIsOpen()
    {
        const ClassId first = m_backend->currentClass();
        const ClassId second = createClass(QStringLiteral("Grade 4"), 12);
        QVERIFY(openRoom());
        QSignalSpy failed{m_backend.get(), &main::Backend::failed};
        m_backend->chooseClass(first);
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.value(0).value(0).value<tutti::Error>().code == ErrorCode::RoomOpen);
        QVERIFY(m_backend->currentClass() == second);
        QVERIFY(closeRoom());
        m_backend->chooseClass(first);
        QVERIFY(m_backend->currentClass() == first);
    }

    void refusesAClassThereIsNot()
    {
        QSignalSpy failed{m_backend.get(), &main::Backend::failed};
        m_backend->chooseClass(ClassId{77});
        QCOMPARE(failed.size(), 1);
    }

    void opensTheRoomWithWhatWasJustChanged()
    {
        ClassRoster roster = m_backend->roster();
        roster.seats[0].name = "Ada";
        roster.namesOnTablets = true;
        roster.seats.resize(10);
        m_backend->saveRoster(roster);
        m_backend->renameClass(roster.id, QStringLiteral("Grade 3"));
        QVERIFY(openRoom());
        QCOMPARE(m_opened.className, std::string{"Grade 3"});
        QVERIFY(m_opened.seats == roster.seats);
        QVERIFY(m_opened.namesOnTablets);
        QVERIFY(closeRoom());
        start();
        QVERIFY(m_backend->roster().seats == roster.seats);
        QVERIFY(m_backend->roster().name == "Grade 3" && m_backend->roster().namesOnTablets);
        QVERIFY(m_backend->classes().front().lastUsedMillis);
    }

    void neverGoesBackToAnOlderAnswer()
    {
        QSignalSpy changes{m_backend.get(), &main::Backend::rosterChanged};
        QSignalSpy answers{m_backend.get(), &main::Backend::classesChanged};
        ClassRoster roster = m_backend->roster();
        for (std::size_t i = 0; i < 20; ++i) {
            roster.seats[i].name = "Ada";
            m_backend->saveRoster(roster);
        }
        m_backend->setNamesOnTablets(roster.id, true);
        roster.namesOnTablets = true;
        QTRY_COMPARE(answers.size(), 21);
        QVERIFY(m_backend->roster() == roster);
        // Each change said once: no answer undid a later one.
        QCOMPARE(changes.size(), 21);
    }

    void refusesARosterThatCannotBe()
    {
        const ClassRoster good = m_backend->roster();
        ClassRoster bad = good;
        bad.seats[1].avatar = bad.seats[0].avatar;
        QSignalSpy failed{m_backend.get(), &main::Backend::failed};
        m_backend->saveRoster(bad);
        m_backend->renameClass(good.id, QStringLiteral(" "));
        QCOMPARE(failed.size(), 2);
        QVERIFY(m_backend->roster() == good);
    }

    void keepsANameGivenInTheLesson()
    {
        QVERIFY(openRoom());
        QSignalSpy changed{m_backend.get(), &main::Backend::rosterChanged};
        submit(RenameSeat{SeatId{2}, "Ada"});
        QVERIFY(changed.wait());
        QCOMPARE(m_backend->roster().seats[1].name, std::string{"Ada"});
        QVERIFY(closeRoom());
        QVERIFY(openRoom());
        QCOMPARE(m_opened.seats[1].name, std::string{"Ada"});
    }

    void givesATabletTheSameNumberInEveryLesson()
    {
        QVERIFY(openRoom());
        submit(ClaimSeat{SeatId{1}, "b"});
        submit(ClaimSeat{SeatId{2}, "a"});
        QVERIFY(closeRoom());
        const std::vector<Tablet> numbers{{"b", 1}, {"a", 2}};
        QVERIFY(openRoom());
        QVERIFY(m_opened.tablets == numbers);
        QVERIFY(closeRoom());
        start();
        QVERIFY(openRoom());
        QVERIFY(m_opened.tablets == numbers);
    }

private:
    /// Starts the program on the same folder again, after the one that ran has written everything.
    void start()
    {
        m_backend.reset();
        main::Options options;
        options.port = quint16{0};
        options.bind = QHostAddress{QHostAddress::LocalHost};
        options.code = RoomCode{"LARK"};
        auto installation = main::Installation::open(m_folder->path(), {}, m_clock.wallMillis());
        QVERIFY(installation);
        m_backend = std::make_unique<main::Backend>(
            main::Backend::Config{options, {}, std::move(*installation), false}, m_clock);
        connect(m_backend.get(), &main::Backend::recorded, this, [this](const Batch& batch) {
            for (const EventEnvelope& envelope : batch) {
                if (const auto* opened = std::get_if<RoomOpened>(&envelope.event)) {
                    m_opened = *opened;
                }
            }
        });
    }
    ClassId createClass(const QString& name, int seats)
    {
        QSignalSpy changed{m_backend.get(), &main::Backend::rosterChanged};
        m_backend->createClass(name, seats);
        changed.wait();
        return m_backend->currentClass();
    }
    bool openRoom()
    {
        m_opened = {};
        m_backend->openRoom({}, true);
        return QTest::qWaitFor([this] { return m_opened.lesson.isValid(); }, 10'000);
    }
    bool closeRoom()
    {
        QSignalSpy closed{m_backend.get(), &main::Backend::closed};
        submit(EndLesson{});
        return closed.wait(10'000);
    }
    void submit(const Command& command)
    {
        auto& world = m_backend->world();
        QMetaObject::invokeMethod(
            &world, [&world, command] { world.submit(command, {}); }, Qt::QueuedConnection);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    main::SystemClock m_clock;
    std::unique_ptr<main::Backend> m_backend;
    RoomOpened m_opened;
};

QTEST_GUILESS_MAIN(tst_Classes)
#include "tst_Classes.moc"

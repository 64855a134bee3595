// The Free Jam, the timeline and the words of the stages.
#include "tests/stage/RingFixture.h"
#include "ui/stage/JamCircle.h"
#include "ui/stage/JamLanes.h"
#include "ui/stage/StageWords.h"
#include "ui/stage/TimelinePainter.h"

#include <QImage>
#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr ServerTime kStart{10s};
constexpr QSize kSize(500, 440);
constexpr QRectF kBox(0, 0, 500, 440);

/// A class that has played a little: a bar of four lasts two seconds.
class Played {
public:
    Played()
        : room(playingRoom(kStart))
        , model(room)
    {
        give(Role::Bass, 5);
        give(Role::Rhythm, 6);
        give(Role::Listener, 19);
    }
    void give(Role role, std::int32_t seat) { record(RoleAssigned{{SeatId{seat}}, role}, kStart); }
    void play(std::int32_t seat, std::int32_t midi, std::chrono::milliseconds after)
    {
        PlayNote note;
        note.seat = SeatId{seat};
        note.midi = midi;
        record(NotePlayed{note, kStart + after}, kStart + after);
    }
    void record(Event event, ServerTime at)
    {
        const Batch batch{EventEnvelope{++m_seq, at, Origin{}, std::move(event)}};
        room.evolve(batch.front());
        model.apply(batch, room);
    }
    JamBar bar(std::chrono::milliseconds after, const JamCanvas& canvas) const
    {
        return jamBarAt(model, room, kStart + after, canvas.pictureShare(), canvas.rows());
    }

    RoomState room;
    TimelineModel model;

private:
    std::uint64_t m_seq = 0;
};

QImage jamPicture(const JamCanvas& canvas, const JamShow& show)
{
    QImage image(kSize, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    canvas.paintBar(painter, show);
    return image;
}

int pixelsOf(const QImage& image, const QColor& colour)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            found += image.pixelColor(x, y) == colour ? 1 : 0;
        }
    }
    return found;
}

const QColor kViolet(0x6A48BF);
const QColor kRed(0xD63230);

QImage timelinePicture(const TimelineModel& model, double now)
{
    constexpr QSize kWide(900, 120);
    QImage image(kWide, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    const TimelinePainter timeline(model, QRectF(QPointF(), kWide), {},
                                   TimelinePainter::firstBarAt(now));
    timeline.paintPast(painter, now);
    timeline.paintLive(painter, now);
    return image;
}

} // namespace

class tst_Painters : public QObject {
    Q_OBJECT

private slots:
    void jamPutsANoteInItsLane_data()
    {
        QTest::addColumn<bool>("circle");
        QTest::newRow("bar") << false;
        QTest::newRow("circle") << true;
    }
    void jamPutsANoteInItsLane()
    {
        QFETCH(bool, circle);
        Played played;
        std::unique_ptr<JamCanvas> canvas;
        if (circle) {
            canvas = std::make_unique<JamCircle>(kBox, 4, StageStyle{});
        } else {
            canvas = std::make_unique<JamLanes>(kBox, 4, StageStyle{});
        }
        const JamBar before = played.bar(600ms, *canvas);
        QCOMPARE(pixelsOf(jamPicture(*canvas, {before, played.room, false}), kViolet), 0);
        played.play(3, 69, 600ms);
        const JamBar after = played.bar(600ms, *canvas);
        QVERIFY(pixelsOf(jamPicture(*canvas, {after, played.room, false}), kViolet) > 20);
        QCOMPARE(pixelsOf(jamPicture(*canvas, {after, played.room, true}), kViolet), 0);
    }

    void jamPlayheadStaysInItsArea()
    {
        for (const bool circle : {false, true}) {
            std::unique_ptr<JamCanvas> canvas;
            if (circle) {
                canvas = std::make_unique<JamCircle>(kBox, 4, StageStyle{});
            } else {
                canvas = std::make_unique<JamLanes>(kBox, 4, StageStyle{});
            }
            for (const double where : {0.0, 0.3, 0.62, 0.99}) {
                QImage image(kSize, QImage::Format_ARGB32_Premultiplied);
                image.fill(Qt::white);
                QPainter painter(&image);
                canvas->paintPlayhead(painter, where);
                painter.end();
                QVERIFY(pixelsOf(image, Qt::white) < kSize.width() * kSize.height());
                QPainter erase(&image);
                erase.fillRect(canvas->playheadArea(where).toAlignedRect(), Qt::white);
                erase.end();
                QCOMPARE(pixelsOf(image, Qt::white), kSize.width() * kSize.height());
            }
        }
    }

    void timelineDrawsNotesInPitchColour()
    {
        Played played;
        QCOMPARE(pixelsOf(timelinePicture(played.model, 0.5), kRed), 0);
        played.play(3, 60, 200ms);
        QVERIFY(pixelsOf(timelinePicture(played.model, 0.5), kRed) > 10);
        QVERIFY(pixelsOf(timelinePicture(played.model, 5.5), kRed) > 10);
    }

    void timelineDrawsQuietAndMarks()
    {
        Played played;
        const QImage plain = timelinePicture(played.model, 1.5);
        const QColor danger = themeFor(Scheme::Light).danger;
        QCOMPARE(pixelsOf(plain, danger), 0);
        played.record(QuietStarted{kStart + 1s}, kStart + 1s);
        QVERIFY(pixelsOf(timelinePicture(played.model, 1.5), danger) > 50);
        Played marked;
        marked.record(MomentMarked{}, kStart + 1s);
        QVERIFY(timelinePicture(marked.model, 1.5) != plain);
    }

    void timelineKeepsOneBarAheadFree()
    {
        QCOMPARE(TimelinePainter::firstBarAt(0.5), std::int64_t{0});
        QCOMPARE(TimelinePainter::firstBarAt(6.9), std::int64_t{0});
        QCOMPARE(TimelinePainter::firstBarAt(7.0), std::int64_t{1});
    }

    void timelineFindsTheNoteAtAPlace()
    {
        Played played;
        played.play(3, 60, 200ms);
        played.play(6, 36, 1000ms);
        const QRectF box(0, 0, 92 + 800, 120);
        const TimelinePainter timeline(played.model, box, {}, 0);
        const QRectF rhythm = timeline.laneArea(3);
        const LiveNote* drum = timeline.noteAt({92 + 50, rhythm.center().y()}, 0.9);
        QVERIFY(drum);
        QCOMPARE(drum->seat, SeatId{6});
        QVERIFY(!timeline.noteAt({92 + 50, timeline.laneArea(1).center().y()}, 0.9));
    }

    void speaksABeatInOneSentence()
    {
        const Played played;
        const auto ring = ringFrom(*ringGame(R"("rest":[4],"owners":[[],[],[3,11]])"));
        const QStringList lines = ringSentences(*ring, played.room, kStart);
        QCOMPARE(lines.size(), 8);
        QCOMPARE(lines[2], u"Beat 3, Child 3 and Child 11, E"_s);
        QCOMPARE(lines[3], u"Beat 4, rest"_s);
        QCOMPARE(lines[4], u"Beat 5, nobody, A"_s);
    }

    void speaksALaneInOneSentence()
    {
        Played played;
        played.play(3, 72, 100ms);
        played.play(6, 38, 200ms);
        const JamLanes lanes(kBox, 4, {});
        const QStringList lines = jamSentences(played.bar(300ms, lanes), played.room);
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0], u"Melody, 21 play: Child 3 high C"_s);
        QCOMPARE(lines[2], u"Bass, 1 play"_s);
        QCOMPARE(lines[3], u"Rhythm, 1 play: Child 6 snare"_s);
    }

    void speaksTheLastBarOfTheTimeline()
    {
        Played played;
        played.play(3, 64, 100ms);
        const QStringList lines = timelineSentences(played.model, played.room, kStart + 1s);
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0], u"Melody, bar 1: Child 3 E"_s);
        QCOMPARE(lines[1], u"Harmony, bar 1: nothing"_s);
    }

    void saysWhoListensAndWhichBar()
    {
        const Played played;
        const JamLanes lanes(kBox, 4, {});
        QCOMPARE(listenersWord(played.bar(0ms, lanes), played.room), u"Listening: Child 19"_s);
        QCOMPARE(barWords(played.bar(0ms, lanes)), u"Bar 1 now"_s);
        QCOMPARE(barWords(played.bar(2100ms, lanes)), u"Bar 2 now · pale: bar 1"_s);
    }
};

QTEST_MAIN(tst_Painters)
#include "tst_Painters.moc"

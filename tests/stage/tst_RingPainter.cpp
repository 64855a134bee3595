#include "tests/stage/RingFixture.h"
#include "ui/stage/RingHub.h"
#include "ui/stage/RingPainter.h"

#include <QImage>
#include <QTest>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr ServerTime kStart{10s};
constexpr QSize kSize(500, 480);
constexpr QRectF kBox(0, 0, 500, 480);

/// A ring at one moment, as a picture.
class Drawn {
public:
    explicit Drawn(const std::string& extra = {}, std::chrono::nanoseconds after = 1100ms)
        : room(playingRoom(kStart))
        , now(kStart + after)
        , ring(ringFrom(*ringGame(extra)).value_or(RingState{}))
    {
    }

    RingScene scene() const { return ringSceneAt(ring, room, now); }
    RingMoment moment() const { return ringMomentAt(ring.beats, room.timeline, now); }
    HubWords hub() const { return hubWords(scene(), moment()); }
    QImage picture(const StageStyle& style = {}) const
    {
        QImage image(kSize, QImage::Format_ARGB32_Premultiplied);
        image.fill(style.theme->surface);
        const RingScene content = scene();
        const RingPainter painter(content, kBox, style);
        QPainter on(&image);
        painter.paintStill(on);
        painter.paintMoving(on, moment());
        return image;
    }
    /// Colour in the middle of a beat's arc, beside the shape.
    QColor arcColour(int beat) const
    {
        const RingGeometry geometry(kBox, ring.beats, scene().mostOwners());
        const QPointF middle = geometry.shapePlace(beat, 0);
        const QPointF out = middle - geometry.centre();
        const QPointF beside = middle + QPointF(-out.y(), out.x()) * 0.15;
        return picture().pixelColor(beside.toPoint());
    }
    /// Colour just inside the ring, where only a grown arc reaches.
    QColor insideColour(int beat) const
    {
        const RingGeometry geometry(kBox, ring.beats, scene().mostOwners());
        const QPointF out = geometry.shapePlace(beat, 0) - geometry.centre();
        const QPointF inside = geometry.centre() + out * 0.78 + QPointF(-out.y(), out.x()) * 0.15;
        return picture().pixelColor(inside.toPoint());
    }

    RoomState room;
    ServerTime now;
    RingState ring;
};

/// Whether any pixel outside the animals' circles has a hue.
bool hasHue(const QImage& image, const RingGeometry& geometry)
{
    constexpr int kGrey = 24;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QPointF from = QPointF(x, y) - geometry.centre();
            const bool onRing = std::hypot(from.x(), from.y()) < geometry.radius() + 2;
            const QColor colour = image.pixelColor(x, y);
            const auto [low, high] = std::minmax({colour.red(), colour.green(), colour.blue()});
            if (onRing && high - low > kGrey) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

class tst_RingPainter : public QObject {
    Q_OBJECT

private slots:
    void findsTheBeatAtAPlace_data()
    {
        QTest::addColumn<int>("beats");
        QTest::newRow("four") << 4;
        QTest::newRow("eight") << 8;
        QTest::newRow("sixteen") << 16;
    }
    void findsTheBeatAtAPlace()
    {
        QFETCH(int, beats);
        const RingGeometry geometry(kBox, beats, 3);
        for (int beat = 1; beat <= beats; ++beat) {
            QCOMPARE(geometry.beatAt(geometry.shapePlace(beat, 0)), std::optional{beat});
            QCOMPARE(geometry.beatAt(geometry.picturePlace(beat, 0, 3)), std::optional{beat});
            QCOMPARE(geometry.beatAt(geometry.picturePlace(beat, 2, 3)), std::optional{beat});
        }
        QVERIFY(!geometry.beatAt(geometry.centre()));
        QVERIFY(!geometry.beatAt({1, 1}));
    }

    void beginsAtTheTopAndGoesClockwise()
    {
        const RingGeometry geometry(kBox, 4, 1);
        const QPointF c = geometry.centre();
        QVERIFY(geometry.shapePlace(1, 0).y() < c.y() - 50);
        QVERIFY(geometry.shapePlace(2, 0).x() > c.x() + 50);
        QVERIFY(geometry.shapePlace(4, 0).x() < c.x() - 50);
    }

    void keepsEveryPictureInside_data()
    {
        QTest::addColumn<int>("beats");
        QTest::addColumn<int>("owners");
        QTest::newRow("one child") << 8 << 1;
        QTest::newRow("24 on eight") << 8 << 3;
        QTest::newRow("40 on eight") << 8 << 5;
        QTest::newRow("40 on four") << 4 << 10;
        QTest::newRow("40 twice on sixteen") << 16 << 5;
        QTest::newRow("all on one beat") << 16 << 24;
    }
    void keepsEveryPictureInside()
    {
        QFETCH(int, beats);
        QFETCH(int, owners);
        const RingGeometry geometry(kBox, beats, owners);
        for (int beat = 1; beat <= beats; ++beat) {
            for (int i = 0; i < owners; ++i) {
                const QPointF place = geometry.picturePlace(beat, i, owners, true);
                const qreal half = geometry.currentPictureSize() / 2 - 1;
                QVERIFY(kBox.adjusted(half, half, -half, -half).contains(place));
            }
        }
    }

    void setsPicturesSideBySide()
    {
        const RingGeometry geometry(kBox, 8, 5);
        for (int i = 1; i < 5; ++i) {
            const QPointF apart =
                geometry.picturePlace(2, i, 5) - geometry.picturePlace(2, i - 1, 5);
            QVERIFY(std::hypot(apart.x(), apart.y()) >= geometry.pictureSize() * 0.99);
        }
    }

    void drawsEachArcInItsPitch()
    {
        const Drawn drawn;
        QCOMPARE(drawn.arcColour(1), QColor(0xD63230));
        QCOMPARE(drawn.arcColour(4), QColor(0x0F7F73));
        QCOMPARE(drawn.arcColour(5), QColor(0x6A48BF));
    }

    void growsTheCurrentArcOnly()
    {
        const Drawn drawn;
        QCOMPARE(drawn.moment().beat, std::optional{3});
        QCOMPARE(drawn.insideColour(3), QColor(0xF6CC2F));
        QCOMPARE(drawn.insideColour(5), themeFor(Scheme::Light).surface);
    }

    void growsWithTheClock()
    {
        QVERIFY(Drawn({}, 1010ms).picture() != Drawn({}, 1200ms).picture());
        QCOMPARE(Drawn({}, 1150ms).picture(), Drawn({}, 1400ms).picture());
    }

    void stepsWithoutMotion()
    {
        const StageStyle still{&themeFor(Scheme::Light), true};
        QCOMPARE(Drawn({}, 1001ms).picture(still), Drawn({}, 1400ms).picture(still));
        const Drawn drawn({}, 1001ms);
        const RingScene scene = drawn.scene();
        QVERIFY(!RingPainter(scene, kBox, still).isMoving(drawn.moment()));
        QVERIFY(RingPainter(scene, kBox, {}).isMoving(drawn.moment()));
    }

    void movesOnlyAMarkerWhenFast()
    {
        Drawn drawn;
        drawn.room.timeline =
            Timeline::stopped(Tempo{180'000}, Meter{4, 4}, kStart).started(kStart, 0);
        drawn.now = kStart + 700ms;
        QVERIFY(drawn.moment().fast);
        QCOMPARE(drawn.moment().beat, std::optional{3});
        QCOMPARE(drawn.insideColour(3), themeFor(Scheme::Light).surface);
        QCOMPARE(drawn.arcColour(3), QColor(0xF6CC2F));
        const QImage third = drawn.picture();
        drawn.now = kStart + 1050ms;
        QVERIFY(drawn.picture() != third);
    }

    void hasNoHueWhileTheClassIsQuiet()
    {
        Drawn drawn;
        const RingGeometry geometry(kBox, 8, 3);
        QVERIFY(hasHue(drawn.picture(), geometry));
        drawn.room.quiet = {true, kStart, std::nullopt};
        QVERIFY(!hasHue(drawn.picture(), geometry));
        QCOMPARE(drawn.hub().title, u"Everyone listens"_s);
        QCOMPARE(drawn.hub().line, u"Beat 3, silent"_s);
        QCOMPARE(drawn.hub().icon, u"ear"_s);
    }

    void outlinesRestBeats()
    {
        QCOMPARE(Drawn(R"("rest":[5])").arcColour(5), themeFor(Scheme::Light).lane);
        QCOMPARE(Drawn(R"("rest":[5])").arcColour(1), QColor(0xD63230));
    }

    void countsInTheHub()
    {
        Drawn drawn;
        drawn.room.timeline =
            Timeline::stopped(Tempo{120'000}, Meter{4, 4}, kStart).started(kStart, 1);
        drawn.now = kStart + 600ms;
        QCOMPARE(drawn.hub().figure, u"3"_s);
        QVERIFY(!drawn.moment().beat);
        drawn.now = kStart + 2100ms;
        QCOMPARE(drawn.hub().figure, u"1"_s);
        QCOMPARE(drawn.hub().line, u"of 8 beats"_s);
    }

    void saysWhatTheRingWaitsFor()
    {
        QCOMPARE(Drawn(R"("phase":"paused")").hub().title, u"Paused"_s);
        QCOMPARE(Drawn(R"("phase":"held")").hub().title, u"Everyone waits"_s);
        Drawn done(R"("phase":"done")");
        QCOMPARE(done.hub().title, u"All rounds played"_s);
        done.room.lastResult = GroupResult{"beat_ring", 4, 4, 16, 11, 5, true};
        QCOMPARE(done.hub().title, u"The ring held 11 bars"_s);
        QCOMPARE(done.hub().line, u"5 of them in a row"_s);
        done.room.lastResult->held = 1;
        QCOMPARE(done.hub().title, u"The ring held one bar"_s);
    }

    void saysHowManyBarsHeldInARow()
    {
        QCOMPARE(Drawn().hub().small, u"Held 3 bars in a row"_s);
        QVERIFY(Drawn(R"("run":1)").hub().small.isEmpty());
    }

    void palesWhoIsMissing()
    {
        Drawn drawn;
        const QImage all = drawn.picture();
        drawn.room.seats[15].presence = Presence::Away;
        QVERIFY(drawn.scene().beats[7].owners[1].missing);
        QVERIFY(drawn.picture() != all);
    }

    void putsConductorsInTheHub()
    {
        Drawn drawn;
        const QImage none = drawn.picture();
        drawn.room.seats[0].role = Role::Conductor;
        QCOMPARE(drawn.scene().conductors.size(), std::size_t{1});
        QVERIFY(drawn.picture() != none);
    }

    void closesTheCircleOfAnsweredBeats()
    {
        QVERIFY(Drawn(R"("lit":[])").picture() != Drawn().picture());
    }

    void paintsOnlyWhereItSays()
    {
        const Drawn drawn({}, 1020ms);
        const RingScene scene = drawn.scene();
        const RingPainter painter(scene, kBox, {});
        QImage still(kSize, QImage::Format_ARGB32_Premultiplied);
        still.fill(Qt::white);
        QPainter on(&still);
        painter.paintStill(on);
        on.end();
        QImage moved = still;
        QPainter over(&moved);
        painter.paintMoving(over, drawn.moment());
        over.end();
        const auto areas = painter.movingAreas(drawn.moment());
        for (int y = 0; y < still.height(); ++y) {
            for (int x = 0; x < still.width(); ++x) {
                const bool said = std::any_of(areas.begin(), areas.end(), [&](const QRectF& area) {
                    return area.toAlignedRect().contains(x, y);
                });
                QVERIFY(said || still.pixel(x, y) == moved.pixel(x, y));
            }
        }
    }

    void drawsTheSameOnEveryScheme_data()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << Scheme::Light;
        QTest::newRow("dark") << Scheme::Dark;
    }
    void drawsTheSameOnEveryScheme()
    {
        QFETCH(Scheme, scheme);
        const Theme& theme = themeFor(scheme);
        const QImage picture = Drawn().picture({&theme, false});
        QImage blank(kSize, QImage::Format_ARGB32_Premultiplied);
        blank.fill(theme.surface);
        QVERIFY(picture != blank);
        QCOMPARE(picture.pixelColor(1, 1), theme.surface);
    }
};

QTEST_MAIN(tst_RingPainter)
#include "tst_RingPainter.moc"

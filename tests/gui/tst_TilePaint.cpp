#include "tests/gui/Dashboard.h"
#include "ui/models/Words.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/SeatGrid.h"
#include "ui/widgets/TilePaint.h"

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Theme& light()
{
    return themeFor(Scheme::Light);
}

QImage paper(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

/// How many separate stretches of a colour cross a picture along a line.
int stretches(const QImage& image, int y, const QColor& colour)
{
    int found = 0;
    bool inside = false;
    for (int x = 0; x < image.width(); ++x) {
        const bool hit = image.pixelColor(x, y) == colour;
        found += hit && !inside;
        inside = hit;
    }
    return found;
}

bool isBlank(const QImage& image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > 0) {
                return false;
            }
        }
    }
    return true;
}

/// Brings seat 1 of a lesson into a state.
void bringTo(Dashboard& d, TileState state)
{
    const SeatId seat{1};
    if (state != TileState::Empty) {
        d.room.join(1, d.clock.now());
    }
    switch (state) {
    case TileState::NeedsHelp:
        d.record(HandRaised{seat, true});
        break;
    case TileState::Rejoining:
        d.record(SeatDisconnected{seat});
        break;
    case TileState::Away:
        d.record(DeviceReported{seat, {false, true, 14.0, 3.0}});
        break;
    case TileState::WeakWifi:
        d.record(DeviceReported{seat, {true, true, 300.0, 3.0}});
        break;
    case TileState::Muted:
        d.record(SeatsMuted{{seat}, true});
        break;
    case TileState::Playing:
        d.room.note(1, 60, d.clock.now());
        break;
    case TileState::Listening:
        d.record(QuietStarted{d.clock.now()});
        break;
    case TileState::Empty:
    case TileState::Here:
        break;
    }
}

} // namespace

class tst_TilePaint : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void drawsAsManyBarsAsTheConnectionIsGood_data()
    {
        QTest::addColumn<Connection>("connection");
        QTest::addColumn<int>("good");
        QTest::addColumn<int>("weak");
        QTest::newRow("none") << Connection::None << 0 << 0;
        QTest::newRow("weak") << Connection::Weak << 0 << 1;
        QTest::newRow("fair") << Connection::Fair << 2 << 0;
        QTest::newRow("good") << Connection::Good << 3 << 0;
    }

    void drawsAsManyBarsAsTheConnectionIsGood()
    {
        QFETCH(Connection, connection);
        QImage image = paper({40, 30});
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        paintConnection(painter, {10, 8, 20, 14}, connection, light());
        painter.end();
        QTEST(stretches(image, 20, light().ok), "good");
        QTEST(stretches(image, 20, light().warn), "weak");
    }

    void fillsANoteChipWithItsPitch_data()
    {
        QTest::addColumn<int>("midi");
        QTest::addColumn<bool>("rhythm");
        QTest::newRow("C") << 60 << false;
        QTest::newRow("A") << 69 << false;
        QTest::newRow("F sharp") << 66 << false;
        QTest::newRow("drum") << 36 << true;
        QTest::newRow("snare") << 38 << true;
        QTest::newRow("shaker") << 70 << true;
        QTest::newRow("triangle") << 81 << true;
    }

    void fillsANoteChipWithItsPitch()
    {
        QFETCH(int, midi);
        QFETCH(bool, rhythm);
        const PitchLook look = pitchLook(midi, rhythm, light());
        QImage image = paper({40, 40});
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        paintNoteChip(painter, {5, 5, 24, 24}, look);
        painter.end();
        QCOMPARE(image.pixelColor(7, 17), look.fill);
        QCOMPARE(image.pixelColor(26, 7) == look.fill, !look.sharp);
        const QImage middle = image.copy(11, 11, 12, 12);
        QImage plain = middle;
        plain.fill(look.fill);
        QVERIFY(middle != plain);
    }

    void fillsATileByItsState_data()
    {
        QTest::addColumn<TileState>("state");
        QTest::addColumn<QColor>("fill");
        const Theme& t = light();
        QTest::newRow("here") << TileState::Here << t.surface;
        QTest::newRow("needs help") << TileState::NeedsHelp << t.warnSoft;
        QTest::newRow("muted") << TileState::Muted << t.sunken;
        QTest::newRow("listening") << TileState::Listening << t.sunken;
        QTest::newRow("away") << TileState::Away << t.surface;
        QTest::newRow("weak Wi-Fi") << TileState::WeakWifi << t.surface;
    }

    void fillsATileByItsState()
    {
        QFETCH(TileState, state);
        Dashboard d;
        d.startLesson();
        bringTo(d, state);
        const QImage picture = tile(d);
        QTEST(picture.pixelColor(picture.width() / 2, 8), "fill");
    }

    void looksDifferentInEveryState()
    {
        QList<QImage> seen;
        for (int state = 0; state <= static_cast<int>(TileState::Here); ++state) {
            Dashboard d;
            d.startLesson();
            bringTo(d, static_cast<TileState>(state));
            const QImage picture = tile(d);
            QVERIFY2(!seen.contains(picture), qPrintable(QString::number(state)));
            seen += picture;
        }
        QCOMPARE(seen.size(), 9);
    }

    void showsWhichTileIsSelected()
    {
        Dashboard d;
        d.startLesson();
        d.room.join(1, d.clock.now());
        auto* grid = d.shown<SeatGrid>();
        grid->selectionModel()->select(grid->model()->index(0, 0), QItemSelectionModel::Select);
        const QImage picture = tile(d);
        QCOMPARE(picture.pixelColor(picture.width() / 2, 8), light().accentSoft);
    }

    void hasADrawingForEveryAvatarAndRole()
    {
        for (const std::string& name : avatarNames()) {
            QVERIFY2(!isBlank(avatarPixmap(name, 42, 1.0, false).toImage()), name.c_str());
        }
        for (const Role role : kRoles) {
            const QString name = roleIcon(role);
            QVERIFY2(!isBlank(iconPixmap(name, Qt::black, 16, 1.0).toImage()), qPrintable(name));
        }
    }

    void greysAnAnimalNobodyPlays()
    {
        const QImage grey = avatarPixmap("fox", 42, 1.0, true).toImage();
        for (int y = 0; y < grey.height(); ++y) {
            for (int x = 0; x < grey.width(); ++x) {
                const QColor c = grey.pixelColor(x, y);
                QVERIFY(std::abs(c.red() - c.green()) < 4 && std::abs(c.green() - c.blue()) < 4);
            }
        }
        QVERIFY(!isBlank(grey));
    }

private:
    static QImage tile(const Dashboard& d)
    {
        auto* grid = d.shown<SeatGrid>();
        const QRect cell = grid->visualRect(grid->model()->index(0, 0));
        return grid->viewport()->grab(SeatGrid::tileRect(cell)).toImage();
    }
};

QTEST_MAIN(tst_TilePaint)
#include "tst_TilePaint.moc"

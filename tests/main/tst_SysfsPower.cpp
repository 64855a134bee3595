#include "app/main/SysfsPower.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tutti::main;
using namespace Qt::StringLiterals;

namespace {

using Files = QMap<QString, QByteArray>;
using Supplies = QMap<QString, Files>;

Files mains(const char* online)
{
    return {{u"type"_s, "Mains\n"}, {u"online"_s, online}};
}

Files battery(const char* status, const char* capacity, const char* energy = nullptr)
{
    Files files{{u"type"_s, "Battery\n"}, {u"status"_s, status}, {u"capacity"_s, capacity}};
    if (energy) {
        files.insert(u"energy_full"_s, energy);
    }
    return files;
}

Files mouse()
{
    Files files = battery("Discharging\n", "4\n");
    files.insert(u"scope"_s, "Device\n");
    return files;
}

} // namespace

Q_DECLARE_METATYPE(Supplies)

class tst_SysfsPower : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }

    void reads_data()
    {
        QTest::addColumn<Supplies>("supplies");
        QTest::addColumn<bool>("onBattery");
        QTest::addColumn<int>("percent");
        const auto row = [](const char* name, const Supplies& supplies, bool onBattery,
                            int percent = -1) {
            QTest::newRow(name) << supplies << onBattery << percent;
        };
        row("a desktop computer", {}, false);
        row("plugged in", {{u"AC"_s, mains("1\n")}, {u"BAT0"_s, battery("Charging\n", "62\n")}},
            false, 62);
        row("on battery", {{u"AC"_s, mains("0\n")}, {u"BAT0"_s, battery("Discharging\n", "15\n")}},
            true, 15);
        row("a charger too weak",
            {{u"AC"_s, mains("1\n")}, {u"BAT0"_s, battery("Discharging\n", "9\n")}}, true, 9);
        row("kept at 80 % on mains",
            {{u"AC"_s, mains("1\n")}, {u"BAT0"_s, battery("Not charging\n", "80\n")}}, false, 80);
        row("no adapter listed", {{u"BAT0"_s, battery("Discharging\n", "40\n")}}, true, 40);
        row("unplugged, status unknown",
            {{u"AC"_s, mains("0\n")}, {u"BAT0"_s, battery("Unknown\n", "40\n")}}, true, 40);
        row("status unknown on mains",
            {{u"AC"_s, mains("1\n")}, {u"BAT0"_s, battery("Unknown\n", "40\n")}}, false, 40);
        row("status unknown, two adapters, one in",
            {{u"AC"_s, mains("0\n")},
             {u"AC2"_s, mains("1\n")},
             {u"BAT0"_s, battery("Unknown\n", "40\n")}},
            false, 40);
        row("a mouse is not the laptop",
            {{u"AC"_s, mains("1\n")},
             {u"BAT0"_s, battery("Full\n", "100\n")},
             {u"hidpp_battery_0"_s, mouse()}},
            false, 100);
        row("two batteries by their size",
            {{u"BAT0"_s, battery("Not charging\n", "100\n", "10000000\n")},
             {u"BAT1"_s, battery("Discharging\n", "20\n", "30000000\n")}},
            true, 40);
        row("two batteries of unknown size",
            {{u"BAT0"_s, battery("Not charging\n", "100\n", "10000000\n")},
             {u"BAT1"_s, battery("Discharging\n", "20\n")}},
            true, 60);
        row("more than full", {{u"BAT0"_s, battery("Full\n", "104\n")}}, false, 100);
        row("nonsense", {{u"BAT0"_s, battery("Discharging\n", "lots\n")}}, false);
        row("empty files", {{u"AC"_s, mains("")}, {u"BAT0"_s, battery("", "")}}, false);
    }

    void reads()
    {
        QFETCH(Supplies, supplies);
        QFETCH(bool, onBattery);
        QFETCH(int, percent);
        QTemporaryDir place;
        for (auto supply = supplies.cbegin(); supply != supplies.cend(); ++supply) {
            const QDir folder{place.filePath(supply.key())};
            QVERIFY(folder.mkpath(u"."_s));
            for (auto content = supply->cbegin(); content != supply->cend(); ++content) {
                QFile file{folder.filePath(content.key())};
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(*content);
            }
        }
        const PowerState state = readPowerIn(place.path());
        QCOMPARE(state.onBattery, onBattery);
        QCOMPARE(state.percent.value_or(-1), percent);
    }

    void takesAFolderThatIsNotThereForMains()
    {
        QCOMPARE(readPowerIn(u"/nowhere/power_supply"_s), PowerState{});
    }
};

QTEST_GUILESS_MAIN(tst_SysfsPower)
#include "tst_SysfsPower.moc"

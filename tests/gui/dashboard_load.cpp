// Measures the whole program with its window while a full class plays: how long the GUI thread is ever busy in one go, and what
// the process costs. Run by hand: tutti_dashboard_load [--students 40] [--seconds 60] [--bpm 120] [--game free_jam]. Needs node.
#include "app/main/GuiApplication.h"
#include "tests/flow/RunningTutti.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QSettings>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <sys/resource.h>
#include <vector>

using namespace tutti;
using namespace Qt::StringLiterals;

namespace {

/// Longest stretches the GUI thread spent without returning to its event loop.
class BusyWatch : public QObject {
public:
    BusyWatch()
    {
        auto* loop = QAbstractEventDispatcher::instance();
        connect(loop, &QAbstractEventDispatcher::awake, this, [this] { m_since.start(); });
        connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            if (m_since.isValid()) {
                m_busy.push_back(m_since.nsecsElapsed());
                m_since.invalidate();
            }
        });
    }
    double millisAt(double share)
    {
        if (m_busy.empty()) {
            return 0;
        }
        std::sort(m_busy.begin(), m_busy.end());
        const auto last = static_cast<double>(m_busy.size() - 1);
        return static_cast<double>(m_busy[static_cast<std::size_t>(share * last)]) / 1e6;
    }
    void restart() { m_busy.clear(); }

private:
    QElapsedTimer m_since;
    std::vector<qint64> m_busy;
};

double cpuSeconds()
{
    rusage use{};
    getrusage(RUSAGE_SELF, &use);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(use.ru_utime) + seconds(use.ru_stime);
}

struct Plan {
    int students;
    int seconds;
    int bpm;
    QString game;
};

Plan planOf(const QCoreApplication& app)
{
    QCommandLineParser parser;
    parser.addOptions({{u"students"_s, u"how many"_s, u"n"_s, u"40"_s},
                       {u"seconds"_s, u"how long"_s, u"n"_s, u"60"_s},
                       {u"bpm"_s, u"tempo"_s, u"n"_s, u"120"_s},
                       {u"game"_s, u"game to play"_s, u"id"_s, u"free_jam"_s}});
    parser.addHelpOption();
    parser.process(app);
    return {parser.value(u"students"_s).toInt(), parser.value(u"seconds"_s).toInt(),
            parser.value(u"bpm"_s).toInt(), parser.value(u"game"_s)};
}

bool playClass(test::RunningTutti& tutti, const Plan& plan, BusyWatch& watch)
{
    QProcess students;
    students.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    students.start(u"node"_s, {QString::fromUtf8(TUTTI_STUDENTS), tutti.base().section(u':', -1),
                               u"LARK"_s, QString::number(plan.students),
                               QString::number(plan.seconds), QString::number(plan.bpm)});
    if (!QTest::qWaitFor([&] { return students.canReadLine(); }, 60'000)) {
        return false;
    }
    tutti.command(StartGame{plan.game.toStdString(), 1});
    tutti.command(ChangeTempo{Tempo::fromBpm(plan.bpm)});
    tutti.command(StartTransport{});
    constexpr int kWarmUpMillis = 2000;
    QTest::qWait(kWarmUpMillis);
    watch.restart();
    const double before = cpuSeconds();
    QElapsedTimer wall;
    wall.start();
    // A loop that blocks when there is nothing to do, as the program's own does.
    QEventLoop loop;
    QObject::connect(&students, &QProcess::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const double seconds = static_cast<double>(wall.nsecsElapsed()) / 1e9;
    std::printf("{\"students\":%d,\"seconds\":%.1f,\"game\":\"%s\",\"cpu_percent_of_a_core\":%.1f,"
                "\"gui_busy_ms\":{\"p50\":%.2f,\"p99\":%.2f,\"max\":%.2f}}\n",
                plan.students, seconds, qPrintable(plan.game),
                100 * (cpuSeconds() - before) / seconds, watch.millisAt(0.5), watch.millisAt(0.99),
                watch.millisAt(1.0));
    return students.exitCode() == 0;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_NO_GLIB", "1");
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"TuttiMeasurement"_s);
    const Plan plan = planOf(app);
    test::RunningTutti tutti;
    main::GuiApplication gui{tutti.backend()};
    tutti.backend().createClass(u"Full class"_s, plan.students);
    gui.show();
    const bool made = QTest::qWaitFor([&] {
        return tutti.backend().roster().seats.size() == static_cast<std::size_t>(plan.students);
    });
    if (!made || !tutti.openLesson()) {
        return 1;
    }
    BusyWatch watch;
    const bool played = playClass(tutti, plan, watch);
    return tutti.endLesson() && played ? 0 : 1;
}

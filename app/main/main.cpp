#include "app/main/Backend.h"
#include "app/main/ErrorText.h"
#include "app/main/GuiApplication.h"
#include "app/main/Headless.h"
#include "app/main/SecondLaunch.h"
#include "app/main/SingleInstance.h"
#include "app/main/StartFailure.h"
#include "app/main/TerminationSignal.h"
#include "ui/widgets/Look.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QSettings>
#include <QThread>

#include <cstdio>

namespace {

using namespace tutti;
using namespace tutti::main;

constexpr int kFailed = 1;
constexpr int kWrongUse = 2;
/// A Tutti that is ending still writes its lesson before it lets go of the folder.
constexpr std::chrono::seconds kFolderPatience{5};
constexpr std::chrono::milliseconds kFolderPause{100};

int say(std::FILE* stream, const QString& text, int exitCode)
{
    std::fputs(text.toUtf8().constData(), stream);
    return exitCode;
}

int fail(const Error& error)
{
    const bool isUse = error.code == ErrorCode::BadOption;
    return say(stderr, errorText(error) + u'\n', isUse ? kWrongUse : kFailed);
}

int runHeadless(QCoreApplication& app, Backend& backend)
{
    TerminationSignal signal;
    Headless headless{backend};
    QObject::connect(&signal, &TerminationSignal::received, &headless, &Headless::stop);
    headless.start();
    return app.exec();
}

int runWithWindow(QCoreApplication& app, Backend& backend, const QString& dataFolder)
{
    // First, and gone before the backend lets go of the folder: a second launch is never without an answer for long.
    SingleInstance instance;
    instance.listen(dataFolder);
    TerminationSignal signal;
    GuiApplication gui{backend};
    QObject::connect(&instance, &SingleInstance::raiseRequested, &gui, &GuiApplication::raise);
    QObject::connect(&signal, &TerminationSignal::received, &gui, &GuiApplication::quit);
    // From here on there is no window to show, and a second launch has to become the first.
    QObject::connect(&signal, &TerminationSignal::received, &instance, &SingleInstance::close);
    QObject::connect(qApp, &QGuiApplication::lastWindowClosed, &instance, &SingleInstance::close);
    gui.show();
    return app.exec();
}

/// Who double-clicked sees no terminal.
int failToStart(QCoreApplication& app, const Error& error, const Options& options)
{
    const int exitCode = fail(error);
    if (!options.headless) {
        StartFailure window{error};
        window.show();
        app.exec();
    }
    return exitCode;
}

/// A second double-click is no mistake: it means "show me Tutti". Whether there was a window to show.
bool raiseTheOther(QCoreApplication& app, const Error& locked)
{
    // The detail of StoreLocked is the folder, spelled as whoever holds it spells it.
    SecondLaunch second{QString::fromStdString(locked.detail), {}};
    QObject::connect(&second, &SecondLaunch::raised, &app, [] { QCoreApplication::exit(0); });
    QObject::connect(&second, &SecondLaunch::unanswered, &app,
                     [] { QCoreApplication::exit(kFailed); });
    second.start();
    if (app.exec() != 0) {
        return false;
    }
    say(stdout,
        QCoreApplication::translate("main",
                                    "Tutti is open already. Its window was brought to the front.") +
            u'\n',
        0);
    return true;
}

Result<Installation> openFolder(const Options& options, const Clock& clock)
{
    return Installation::open(options.dataFolder, options.className, clock.wallMillis());
}

bool isLocked(const Result<Installation>& installation)
{
    return !installation && installation.error().code == ErrorCode::StoreLocked;
}

/// The folder of a Tutti that is just ending, once it lets go.
Result<Installation> waitForFolder(const Options& options, const Clock& clock)
{
    const QDeadlineTimer deadline{kFolderPatience};
    auto opened = openFolder(options, clock);
    while (isLocked(opened) && !deadline.hasExpired()) {
        QThread::msleep(kFolderPause.count());
        opened = openFolder(options, clock);
    }
    return opened;
}

int run(QCoreApplication& app, const Options& options)
{
    ServerConfig server;
    if (!options.configFile.isEmpty()) {
        auto read = readConfig(options.configFile);
        if (!read) {
            return failToStart(app, read.error(), options);
        }
        server = std::move(*read);
    }
    SystemClock clock;
    auto installation = openFolder(options, clock);
    if (isLocked(installation) && !options.headless) {
        if (raiseTheOther(app, installation.error())) {
            return 0;
        }
        installation = waitForFolder(options, clock);
    }
    if (!installation) {
        return failToStart(app, installation.error(), options);
    }
    const QString dataFolder = installation->folder.path();
    Backend backend{{options, std::move(server), std::move(*installation), options.headless},
                    clock};
    return options.headless ? runHeadless(app, backend) : runWithWindow(app, backend, dataFolder);
}

/// Qt learns how large things are before there is an application. What the environment says wins.
void scaleWindows()
{
    const int percent = ui::Look::sizeIn(QSettings{});
    if (percent != ui::Look::kSizes.front() && !qEnvironmentVariableIsSet("QT_SCALE_FACTOR")) {
        qputenv("QT_SCALE_FACTOR", QByteArray::number(percent / 100.0));
    }
}

} // namespace

int main(int argc, char* argv[])
{
    // GLib's event loop costs two extra system calls a message; ours needs nothing of it.
    qputenv("QT_NO_GLIB", "1");
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    const auto options = parseCommandLine(arguments);
    QCoreApplication::setApplicationName(QStringLiteral("Tutti"));
    QCoreApplication::setOrganizationName(QStringLiteral("Tutti"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TUTTI_VERSION));
    if (!options) {
        return fail(options.error());
    }
    if (options->help) {
        return say(stdout, usage(), 0);
    }
    if (options->version) {
        return say(stdout, QStringLiteral("tutti %1\n").arg(QCoreApplication::applicationVersion()),
                   0);
    }
    if (options->headless) {
        QCoreApplication app{argc, argv};
        return run(app, *options);
    }
    scaleWindows();
    QApplication app{argc, argv};
    return run(app, *options);
}

#include "app/main/Backend.h"
#include "app/main/ErrorText.h"
#include "app/main/GuiApplication.h"
#include "app/main/Headless.h"
#include "app/main/StartFailure.h"
#include "app/main/TerminationSignal.h"

#include <QApplication>

#include <cstdio>

namespace {

using namespace tutti;
using namespace tutti::main;

constexpr int kFailed = 1;
constexpr int kWrongUse = 2;

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

int runWithWindow(QCoreApplication& app, Backend& backend)
{
    TerminationSignal signal;
    GuiApplication gui{backend};
    QObject::connect(&signal, &TerminationSignal::received, &gui, &GuiApplication::quit);
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
    auto installation =
        Installation::open(options.dataFolder, options.className, clock.wallMillis());
    if (!installation) {
        return failToStart(app, installation.error(), options);
    }
    Backend backend{{options, std::move(server), std::move(*installation), options.headless},
                    clock};
    return options.headless ? runHeadless(app, backend) : runWithWindow(app, backend);
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
    QApplication app{argc, argv};
    return run(app, *options);
}

#include "app/main/CommandLine.h"

#include "app/classroom/JoinCodes.h"

#include <QCoreApplication>
#include <QHash>

#include <functional>

namespace tutti::main {
namespace {

using namespace Qt::StringLiterals;

tl::unexpected<Error> wrong(const QString& detail)
{
    return tl::unexpected{Error{ErrorCode::BadOption, detail.toStdString()}};
}

using Take = std::function<Result<void>(Options&, const QString&)>;

Result<void> takePort(Options& options, const QString& value)
{
    bool isNumber = false;
    const ushort port = value.toUShort(&isNumber);
    if (!isNumber) {
        return wrong(u"--port needs a number from 0 to 65535, not \"%1\""_s.arg(value));
    }
    options.port = port;
    return {};
}

Result<void> takeBind(Options& options, const QString& value)
{
    const QHostAddress address{value};
    if (address.isNull()) {
        return wrong(u"--bind needs an IP address, not \"%1\""_s.arg(value));
    }
    options.bind = address;
    return {};
}

Result<void> takeCode(Options& options, const QString& value)
{
    options.code = classroom::parseCode(value.toStdString());
    if (!options.code) {
        return wrong(u"--code needs four letters, not \"%1\""_s.arg(value));
    }
    return {};
}

Take takeText(QString Options::*field)
{
    return [field](Options& options, const QString& value) -> Result<void> {
        options.*field = value;
        return {};
    };
}

const QHash<QString, Take>& valueOptions()
{
    static const QHash<QString, Take> table{
        {u"--port"_s, takePort},
        {u"--bind"_s, takeBind},
        {u"--code"_s, takeCode},
        {u"--class"_s, takeText(&Options::className)},
        {u"--data"_s, takeText(&Options::dataFolder)},
        {u"--config"_s, takeText(&Options::configFile)},
    };
    return table;
}

const QHash<QString, bool Options::*>& switches()
{
    static const QHash<QString, bool Options::*> table{
        {u"--headless"_s, &Options::headless},
        {u"--help"_s, &Options::help},
        {u"-h"_s, &Options::help},
        {u"--version"_s, &Options::version},
    };
    return table;
}

} // namespace

Result<Options> parseCommandLine(const QStringList& arguments)
{
    Options options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const qsizetype equals = arguments[i].startsWith("--"_L1) ? arguments[i].indexOf(u'=') : -1;
        const QString name = equals < 0 ? arguments[i] : arguments[i].left(equals);
        if (const auto on = switches().constFind(name); on != switches().cend() && equals < 0) {
            options.*(*on) = true;
            continue;
        }
        const auto take = valueOptions().constFind(name);
        if (take == valueOptions().cend()) {
            return wrong(arguments[i]);
        }
        if (equals < 0 && i + 1 == arguments.size()) {
            return wrong(u"%1 needs a value"_s.arg(name));
        }
        const QString value = equals < 0 ? arguments[++i] : arguments[i].mid(equals + 1);
        if (const auto taken = (*take)(options, value); !taken) {
            return tl::unexpected{taken.error()};
        }
    }
    return options;
}

QString usage()
{
    return QCoreApplication::translate(
        "CommandLine",
        "Usage: tutti [options]\n"
        "  --headless     serve without a window; one JSON line on stdout when ready\n"
        "  --port N       port to listen on (4000; 0 lets the system choose)\n"
        "  --bind ADDR    listen on this address only\n"
        "  --class NAME   class to open (the first one)\n"
        "  --code WORD    room code, four letters (drawn)\n"
        "  --data DIR     data folder\n"
        "  --config FILE  JSON: jwt_secret, limits\n"
        "  --version      print the version\n"
        "  --help         print this\n");
}

} // namespace tutti::main

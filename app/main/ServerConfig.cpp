#include "app/main/ServerConfig.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace tutti::main {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kMaxFile = 1 << 20;
constexpr qsizetype kMinSecret = 16;

tl::unexpected<Error> wrong(const QString& detail)
{
    return tl::unexpected{Error{ErrorCode::BadConfig, detail.toStdString()}};
}

} // namespace

Result<ServerConfig> readConfig(const QString& path)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly)) {
        return wrong(u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    }
    if (file.size() > kMaxFile) {
        return wrong(u"%1 is larger than 1 MiB"_s.arg(path));
    }
    return parseConfig(file.readAll());
}

Result<ServerConfig> parseConfig(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        return wrong(
            u"not a JSON object, at character %1: %2"_s.arg(error.offset).arg(error.errorString()));
    }
    ServerConfig config;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "jwt_secret"_L1) {
            config.jwtSecret = it.value().toString().toUtf8();
            if (config.jwtSecret.size() < kMinSecret) {
                return wrong(u"jwt_secret must be a text of at least 16 characters"_s);
            }
        } else if (it.key() == "limits"_L1) {
            if (!it.value().isObject()) {
                return wrong(u"limits must be an object"_s);
            }
            auto limits = channel::limitsFromJson(it.value().toObject());
            if (!limits) {
                return tl::unexpected{limits.error()};
            }
            config.limits = *limits;
        } else {
            return wrong(u"unknown key \"%1\""_s.arg(it.key()));
        }
    }
    return config;
}

} // namespace tutti::main

#include "app/main/Installation.h"

#include "app/store/ClassRepository.h"
#include "app/store/Database.h"
#include "app/store/SettingRepository.h"
#include "app/store/TabletRepository.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <array>
#include <utility>

namespace tutti::main {
namespace {

constexpr const char* kSecretKey = "jwt_secret";

QByteArray drawSecret()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray{reinterpret_cast<const char*>(words.data()), sizeof words}.toHex();
}

Result<QByteArray> secretOf(const store::Database& database)
{
    const store::SettingRepository settings{database};
    auto kept = settings.find(kSecretKey);
    if (!kept) {
        return tl::unexpected{kept.error()};
    }
    if (*kept) {
        return QByteArray::fromStdString(**kept);
    }
    QByteArray secret = drawSecret();
    return settings.set(kSecretKey, secret.toStdString()).map([&] { return std::move(secret); });
}

Result<ClassId> classToBeginWith(const store::ClassRepository& classes, const QString& name,
                                 std::int64_t wallMillis)
{
    const QString first = QCoreApplication::translate("Installation", "My class");
    const auto roster = name.isEmpty() ? classes.ensureSomeClass(first.toStdString(), wallMillis)
                                       : classes.ensureClass(name.toStdString(), wallMillis);
    return roster.map([](const ClassRoster& found) { return found.id; });
}

Result<void> readClasses(const store::Database& database, const QString& className,
                         std::int64_t wallMillis, Installation& into)
{
    const store::ClassRepository classes{database};
    const auto current = classToBeginWith(classes, className, wallMillis);
    if (!current) {
        return tl::unexpected{current.error()};
    }
    into.current = *current;
    return classes.list()
        .and_then([&](std::vector<ClassEntry> entries) {
            into.classes = std::move(entries);
            return classes.loadAll();
        })
        .map([&](const std::vector<ClassRoster>& rosters) {
            for (const ClassRoster& roster : rosters) {
                into.rosters.emplace(roster.id, roster);
            }
        });
}

} // namespace

Result<Installation> Installation::open(const QString& dataFolder, const QString& className,
                                        std::int64_t wallMillis)
{
    auto folder = store::DataFolder::open(dataFolder);
    if (!folder) {
        return tl::unexpected{folder.error()};
    }
    const auto database = store::Database::open(folder->databasePath());
    if (!database) {
        return tl::unexpected{database.error()};
    }
    Installation installation{std::move(*folder), {}, {}, {}, {}, {}};
    return secretOf(*database)
        .and_then([&](QByteArray secret) {
            installation.secret = std::move(secret);
            return readClasses(*database, className, wallMillis, installation);
        })
        .and_then([&] { return store::TabletRepository{*database}.list(); })
        .map([&](std::vector<Tablet> tablets) {
            installation.tablets = std::move(tablets);
            return std::move(installation);
        });
}

} // namespace tutti::main

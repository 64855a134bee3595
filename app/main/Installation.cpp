#include "app/main/Installation.h"

#include "app/store/Database.h"
#include "app/store/SettingRepository.h"

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

Result<store::ClassRoster> rosterOf(const store::Database& database, const QString& className,
                                    std::int64_t wallMillis)
{
    const store::ClassRepository classes{database};
    const QString first = QCoreApplication::translate("Installation", "My class");
    return className.isEmpty() ? classes.ensureFirstClass(first.toStdString(), wallMillis)
                               : classes.ensureClass(className.toStdString(), wallMillis);
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
    auto secret = secretOf(*database);
    if (!secret) {
        return tl::unexpected{secret.error()};
    }
    return rosterOf(*database, className, wallMillis).map([&](store::ClassRoster roster) {
        return Installation{std::move(*folder), std::move(*secret), std::move(roster)};
    });
}

} // namespace tutti::main

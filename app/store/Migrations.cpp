#include "app/store/Migrations.h"

#include "app/store/Sql.h"

#include <QDir>
#include <QFile>
#include <QStringList>

namespace tutti::store {
namespace {

QStringList scripts()
{
    return QDir{QStringLiteral(":/tutti/sql")}.entryList({QStringLiteral("*.sql")}, QDir::Files,
                                                         QDir::Name);
}

/// The statements of a script. Ours end with a semicolon at the end of a line and keep comments on
/// lines of their own.
QStringList statementsOf(const QString& script)
{
    QFile file{QStringLiteral(":/tutti/sql/") + script};
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString code;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        if (!line.startsWith(QLatin1String("--"))) {
            code += line + QLatin1Char('\n');
        }
    }
    return code.trimmed().split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
}

Result<int> schemaOf(const QSqlDatabase& connection)
{
    auto version = run(connection, QStringLiteral("PRAGMA user_version"));
    if (!version) {
        return tl::unexpected{version.error()};
    }
    return version->next() ? version->value(0).toInt() : 0;
}

Result<void> apply(const QSqlDatabase& connection, const QString& script, int number)
{
    Transaction transaction{connection};
    if (const auto begun = transaction.begin(); !begun) {
        return begun;
    }
    QStringList statements = statementsOf(script);
    statements.append(QStringLiteral("PRAGMA user_version = %1").arg(number));
    for (const QString& statement : statements) {
        if (const auto done = run(connection, statement); !done) {
            return tl::unexpected{done.error()};
        }
    }
    return transaction.commit();
}

} // namespace

int newestSchema()
{
    return static_cast<int>(scripts().size());
}

Result<void> migrate(const QSqlDatabase& connection)
{
    const auto schema = schemaOf(connection);
    if (!schema) {
        return tl::unexpected{schema.error()};
    }
    const QStringList all = scripts();
    if (*schema > all.size()) {
        return tl::unexpected{Error{ErrorCode::StoreTooNew, {}}};
    }
    for (int i = *schema; i < all.size(); ++i) {
        if (const auto applied = apply(connection, all.at(i), i + 1); !applied) {
            return applied;
        }
    }
    return {};
}

} // namespace tutti::store

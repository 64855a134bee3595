#include "app/main/ErrorText.h"

namespace tutti::main {

QString errorText(const Error& error)
{
    const auto text = [](std::string_view utf8) {
        return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    };
    const QString detail =
        error.detail.empty() ? QString{} : QStringLiteral(" (%1)").arg(text(error.detail));
    return QStringLiteral("tutti: %1%2 %3")
        .arg(text(messageFor(error.code)), detail, text(hintFor(error.code)));
}

} // namespace tutti::main

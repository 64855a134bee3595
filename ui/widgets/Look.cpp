#include "ui/widgets/Look.h"

#include <QApplication>
#include <QFile>
#include <QPalette>
#include <QSettings>
#include <QStyle>

#include <algorithm>
#include <array>

namespace tutti::ui {
namespace {

constexpr auto kKey = "dashboard/colours";
constexpr auto kMotionKey = "dashboard/reducedMotion";
constexpr auto kSizeKey = "dashboard/size";
constexpr std::array kNames{"system", "light", "dark"};

Look::Choice choiceNamed(const QString& name)
{
    const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const char* known) {
        return name == QLatin1String(known);
    });
    return found == kNames.end() ? Look::Choice::System
                                 : static_cast<Look::Choice>(found - kNames.begin());
}

Scheme systemScheme()
{
    constexpr int kHalf = 128;
    const QColor window = QGuiApplication::palette().color(QPalette::Window);
    return window.lightness() < kHalf ? Scheme::Dark : Scheme::Light;
}

} // namespace

Look::Look(QSettings* settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{
    if (m_settings) {
        m_choice = choiceNamed(m_settings->value(QLatin1String(kKey)).toString());
        const QVariant motion = m_settings->value(QLatin1String(kMotionKey));
        m_reducedMotion = motion.isValid() ? std::optional{motion.toBool()} : std::nullopt;
        m_size = sizeIn(*m_settings);
    }
}

const Theme& Look::theme() const
{
    switch (m_choice) {
    case Choice::Light:
        return themeFor(Scheme::Light);
    case Choice::Dark:
        return themeFor(Scheme::Dark);
    case Choice::System:
        break;
    }
    return themeFor(systemScheme());
}

void Look::choose(Choice choice)
{
    m_choice = choice;
    if (m_settings) {
        m_settings->setValue(QLatin1String(kKey),
                             QLatin1String(kNames[static_cast<std::size_t>(choice)]));
    }
    emit changed();
}

bool Look::reducedMotion() const
{
    return m_reducedMotion.value_or(
        QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) <= 0);
}

void Look::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
    if (m_settings) {
        m_settings->setValue(QLatin1String(kMotionKey), reduced);
    }
    emit changed();
}

void Look::setSize(int percent)
{
    m_size = percent;
    if (m_settings) {
        m_settings->setValue(QLatin1String(kSizeKey), percent);
    }
}

int Look::sizeIn(const QSettings& settings)
{
    const int percent = settings.value(QLatin1String(kSizeKey)).toInt();
    const auto found = std::find(kSizes.begin(), kSizes.end(), percent);
    return found == kSizes.end() ? kSizes.front() : *found;
}

QString Look::styleSheet() const
{
    QFile file(QStringLiteral(":/ui/style.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return filledTemplate(QString::fromUtf8(file.readAll()), theme());
}

} // namespace tutti::ui

#include "ui/models/Theme.h"

namespace tutti::ui {
namespace {

Theme makeLight()
{
    Theme t;
    t.scheme = Scheme::Light;
    t.bg = QColor(0xF4F2EE);
    t.surface = QColor(0xFFFFFF);
    t.sunken = QColor(0xEBE8E2);
    t.text = QColor(0x1E2128);
    t.text2 = QColor(0x545862);
    t.text3 = QColor(0x666972);
    t.line = QColor(0xDDD9D1);
    t.lineStrong = QColor(0x85827A);
    t.accent = QColor(0x2456C6);
    t.onAccent = QColor(0xFFFFFF);
    t.accentSoft = QColor(0xE2EAFB);
    t.accentHover = QColor(0x1E4AAF);
    t.accentPressed = QColor(0x193E94);
    t.ok = QColor(0x1B7343);
    t.okSoft = QColor(0xDFF1E5);
    t.warn = QColor(0x8A5200);
    t.warnSoft = QColor(0xFBEDCD);
    t.danger = QColor(0xB4231C);
    t.dangerSoft = QColor(0xFBE3E0);
    t.dangerFill = QColor(0xC62A22);
    t.onDangerFill = QColor(0xFFFFFF);
    t.track = QColor(0xE3DFD7);
    t.lane = QColor(0xFAF9F6);
    t.lane2 = QColor(0xF3F1EC);
    t.barline = QColor(0xD2CDC3);
    return t;
}

Theme makeDark()
{
    Theme t;
    t.scheme = Scheme::Dark;
    t.bg = QColor(0x14161B);
    t.surface = QColor(0x1D2027);
    t.sunken = QColor(0x272B34);
    t.text = QColor(0xF1EFEA);
    t.text2 = QColor(0xB7BBC5);
    t.text3 = QColor(0x9297A3);
    t.line = QColor(0x343943);
    t.lineStrong = QColor(0x757C8A);
    t.accent = QColor(0x8DB0FF);
    t.onAccent = QColor(0x0D1A38);
    t.accentSoft = QColor(0x24345A);
    t.accentHover = QColor(0xA6C1FF);
    t.accentPressed = QColor(0x7399EA);
    t.ok = QColor(0x6FD39A);
    t.okSoft = QColor(0x1B3A2B);
    t.warn = QColor(0xF2BC5C);
    t.warnSoft = QColor(0x44351A);
    t.danger = QColor(0xFF9389);
    t.dangerSoft = QColor(0x4A2323);
    t.dangerFill = QColor(0xC62A22);
    t.onDangerFill = QColor(0xFFFFFF);
    t.track = QColor(0x30353F);
    t.lane = QColor(0x191C22);
    t.lane2 = QColor(0x1F232A);
    t.barline = QColor(0x3B414C);
    return t;
}

} // namespace

std::vector<std::pair<QString, QColor>> Theme::tokens() const
{
    const auto name = [](const char* latin1) { return QString::fromLatin1(latin1); };
    return {{name("bg"), bg},
            {name("surface"), surface},
            {name("sunken"), sunken},
            {name("text"), text},
            {name("text2"), text2},
            {name("text3"), text3},
            {name("line"), line},
            {name("line-strong"), lineStrong},
            {name("accent"), accent},
            {name("on-accent"), onAccent},
            {name("accent-soft"), accentSoft},
            {name("accent-hover"), accentHover},
            {name("accent-pressed"), accentPressed},
            {name("ok"), ok},
            {name("ok-soft"), okSoft},
            {name("warn"), warn},
            {name("warn-soft"), warnSoft},
            {name("danger"), danger},
            {name("danger-soft"), dangerSoft},
            {name("danger-fill"), dangerFill},
            {name("on-danger-fill"), onDangerFill},
            {name("track"), track},
            {name("lane"), lane},
            {name("lane2"), lane2},
            {name("barline"), barline}};
}

const Theme& themeFor(Scheme scheme)
{
    static const Theme light = makeLight();
    static const Theme dark = makeDark();
    return scheme == Scheme::Dark ? dark : light;
}

QString filledTemplate(QString text, const Theme& theme)
{
    for (const auto& [name, colour] : theme.tokens()) {
        text.replace(QLatin1Char('@') + name + QLatin1Char('@'), colour.name(QColor::HexRgb));
    }
    const bool dark = theme.scheme == Scheme::Dark;
    return text.replace(QLatin1String("@scheme@"), QLatin1String(dark ? "dark" : "light"));
}

} // namespace tutti::ui

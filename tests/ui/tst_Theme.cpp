#include "tests/ui/Contrast.h"
#include "ui/models/Theme.h"

#include <QTest>

#include <set>

using namespace tutti::ui;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double kText = 4.5;
constexpr double kEdge = 3.0;

QColor token(const Theme& theme, const QString& name)
{
    for (const auto& [known, colour] : theme.tokens()) {
        if (known == name) {
            return colour;
        }
    }
    return {};
}

} // namespace

class tst_Theme : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void knowsContrast()
    {
        QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21.0) < 1e-9);
        QVERIFY(std::abs(contrast(Qt::white, Qt::white) - 1.0) < 1e-9);
        // Text on surface.
        QVERIFY(std::abs(contrast(QColor(0x1E2128), Qt::white) - 16.1) < 0.05);
    }

    void canBeRead_data()
    {
        QTest::addColumn<QString>("ink");
        QTest::addColumn<QString>("paper");
        QTest::addColumn<double>("least");
        const auto row = [](const char* ink, const char* paper, double least) {
            QTest::addRow("%s on %s", ink, paper)
                << QString::fromLatin1(ink) << QString::fromLatin1(paper) << least;
        };
        for (const char* paper : {"bg", "surface", "sunken"}) {
            for (const char* ink : {"text", "text2", "text3", "accent", "ok", "warn", "danger"}) {
                row(ink, paper, kText);
            }
            row("line-strong", paper, kEdge);
        }
        row("on-accent", "accent", kText);
        row("on-accent", "accent-hover", kText);
        row("on-accent", "accent-pressed", kText);
        row("on-danger-fill", "danger-fill", kText);
        row("accent", "accent-soft", kText);
        row("text", "accent-soft", kText);
        row("text2", "accent-soft", kText);
        row("text", "warn-soft", kText);
        row("ok", "ok-soft", kText);
        row("warn", "warn-soft", kText);
        row("danger", "danger-soft", kText);
    }

    void canBeRead()
    {
        QFETCH(QString, ink);
        QFETCH(QString, paper);
        QFETCH(double, least);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const Theme& theme = themeFor(scheme);
            // To one decimal, as designers write them.
            const double found =
                std::round(contrast(token(theme, ink), token(theme, paper)) * 10) / 10;
            QVERIFY2(found >= least, qPrintable(u"%1 in scheme %2"_s.arg(found).arg(int(scheme))));
        }
    }

    void hasTheDrawnColours_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("light");
        QTest::addColumn<QString>("dark");
        const auto row = [](const char* name, const char* light, const char* dark) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(light)
                                << QString::fromLatin1(dark);
        };
        row("bg", "#f4f2ee", "#14161b");
        row("surface", "#ffffff", "#1d2027");
        row("sunken", "#ebe8e2", "#272b34");
        row("text", "#1e2128", "#f1efea");
        row("accent", "#2456c6", "#8db0ff");
        row("warn-soft", "#fbedcd", "#44351a");
        row("danger-fill", "#c62a22", "#c62a22");
        row("track", "#e3dfd7", "#30353f");
    }

    void hasTheDrawnColours()
    {
        QFETCH(QString, name);
        QFETCH(QString, light);
        QFETCH(QString, dark);
        QCOMPARE(token(themeFor(Scheme::Light), name).name(), light);
        QCOMPARE(token(themeFor(Scheme::Dark), name).name(), dark);
    }

    void namesEachTokenOnce()
    {
        std::set<QString> names;
        for (const auto& [name, colour] : themeFor(Scheme::Dark).tokens()) {
            QVERIFY2(names.insert(name).second, qPrintable(name));
            QVERIFY2(colour.isValid(), qPrintable(name));
        }
        QCOMPARE(names.size(), themeFor(Scheme::Light).tokens().size());
    }

    void fillsATemplate()
    {
        const QString text = u"a { color: @text@; b: @line-strong@; c: @line@ } @scheme@"_s;
        QCOMPARE(filledTemplate(text, themeFor(Scheme::Light)),
                 u"a { color: #1e2128; b: #85827a; c: #ddd9d1 } light"_s);
        QCOMPARE(filledTemplate(text, themeFor(Scheme::Dark)),
                 u"a { color: #f1efea; b: #757c8a; c: #343943 } dark"_s);
    }

    void leavesWhatIsNoToken()
    {
        QCOMPARE(filledTemplate(u"@nothing@ @"_s, themeFor(Scheme::Light)), u"@nothing@ @"_s);
    }
};

QTEST_GUILESS_MAIN(tst_Theme)
#include "tst_Theme.moc"

#include "server/net/StaticSite.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tutti::net;

namespace {

HttpRequest get(const QByteArray& target, const QByteArray& headers = {})
{
    const auto request = parseHead("GET " + target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n");
    return request.value_or(HttpRequest{});
}

QByteArray valueOf(const HttpResponse& response, const QByteArray& name)
{
    for (const auto& [key, value] : response.headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

} // namespace

/// The student page as files.
class tst_StaticSite final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void servesTheIndexForTheRoot();
    void refusesWhateverIsNotAFileOfThePage_data();
    void refusesWhateverIsNotAFileOfThePage();
    void keepsHashedAssetsForEver();
    void answers304ToAKnownTag();
    void sendsThePackedTwinToClientsThatTakeIt();

private:
    void put(const QString& path, const QByteArray& body);

    QTemporaryDir m_outside;
    StaticSite m_site;
};

void tst_StaticSite::initTestCase()
{
    QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")});
    put(QStringLiteral("secret.txt"), "secret");
    put(QStringLiteral("site/index.html"), "<!doctype html>");
    put(QStringLiteral("site/assets/app-1a2b.js"), "let a = 1;");
    put(QStringLiteral("site/assets/app-1a2b.js.gz"), "packed");
    m_site = StaticSite::fromFolder(m_outside.filePath(QStringLiteral("site")));
}

void tst_StaticSite::put(const QString& path, const QByteArray& body)
{
    QFile file{m_outside.filePath(path)};
    QVERIFY(QDir{}.mkpath(QFileInfo{file}.path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(body), body.size());
}

void tst_StaticSite::servesTheIndexForTheRoot()
{
    const HttpResponse response = m_site.answer(get("/?c=LARK"));
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, QByteArray{"<!doctype html>"});
    QCOMPARE(response.contentType, QByteArray{"text/html; charset=utf-8"});
    QCOMPARE(valueOf(response, "Cache-Control"), QByteArray{"no-cache"});
}

void tst_StaticSite::refusesWhateverIsNotAFileOfThePage_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char* target :
         {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..%5csecret.txt",
          "/assets/../../secret.txt", "/assets/..", "/./index.html", "//index.html", "/index.html/",
          "/assets", "/assets/", "/%2fetc%2fpasswd", "/etc/passwd", "/INDEX.HTML",
          "/assets/app-1a2b.js.gz", "/%252e%252e/secret.txt", "/index.html%20", "/missing"}) {
        QTest::newRow(target) << QByteArray{target};
    }
}

void tst_StaticSite::refusesWhateverIsNotAFileOfThePage()
{
    QFETCH(QByteArray, target);
    const HttpRequest request = get(target);
    QCOMPARE(request.method, QByteArray{"GET"});
    QCOMPARE(m_site.answer(request).status, 404);
}

void tst_StaticSite::keepsHashedAssetsForEver()
{
    const HttpResponse response = m_site.answer(get("/assets/app-1a2b.js"));
    QCOMPARE(response.body, QByteArray{"let a = 1;"});
    QVERIFY(valueOf(response, "Cache-Control").contains("immutable"));
    QCOMPARE(valueOf(response, "Content-Encoding"), QByteArray{});
}

void tst_StaticSite::answers304ToAKnownTag()
{
    const QByteArray tag = valueOf(m_site.answer(get("/")), "ETag");
    QVERIFY(tag.startsWith('"') && tag.endsWith('"'));
    QCOMPARE(m_site.answer(get("/", "If-None-Match: " + tag + "\r\n")).status, 304);
    QCOMPARE(m_site.answer(get("/", "If-None-Match: \"other\"\r\n")).status, 200);
}

void tst_StaticSite::sendsThePackedTwinToClientsThatTakeIt()
{
    const HttpResponse response =
        m_site.answer(get("/assets/app-1a2b.js", "Accept-Encoding: br, gzip\r\n"));
    QCOMPARE(response.body, QByteArray{"packed"});
    QCOMPARE(valueOf(response, "Content-Encoding"), QByteArray{"gzip"});
    QCOMPARE(response.contentType, QByteArray{"text/javascript; charset=utf-8"});
}

QTEST_GUILESS_MAIN(tst_StaticSite)
#include "tst_StaticSite.moc"

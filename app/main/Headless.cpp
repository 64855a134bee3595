#include "app/main/Headless.h"

#include "app/main/ErrorText.h"
#include "app/main/TerminalQr.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace tutti::main {
namespace {

using namespace Qt::StringLiterals;

void say(std::FILE* stream, const QString& text)
{
    std::fputs(text.toUtf8().constData(), stream);
    std::fflush(stream);
}

} // namespace

Headless::Headless(Backend& backend)
    : m_backend(backend)
{
    connect(&backend, &Backend::opened, this, &Headless::sayReady);
    connect(&backend, &Backend::failed, this, &Headless::fail);
    connect(&backend, &Backend::stopped, qApp, [] { QCoreApplication::exit(0); });
    connect(&backend, &Backend::storeRecovered, this,
            [] { say(stderr, tr("The lesson is being saved again.\n")); });
    connect(&backend, &Backend::closed, this, [this] {
        // A teacher's token ended the lesson: nothing is left to serve.
        m_backend.stop();
    });
}

void Headless::start()
{
    m_backend.openRoom({}, true);
}

void Headless::stop()
{
    m_backend.stop();
}

void Headless::sayReady(const NetworkStatus& status)
{
    m_ready = true;
    const QString joinUrl = QString::fromStdString(status.joinUrl);
    const QString lan = u"http://"_s + QString::fromStdString(status.address);
    if (status.portMoved) {
        say(stderr,
            tr("Another program is using the usual port. Tutti picked %1.\n").arg(status.port));
    }
    say(stderr, terminalQr(joinUrl) + tr("Tablets: %1\n").arg(joinUrl));
    const QJsonObject ready{{u"ready"_s, true},
                            {u"url"_s, m_backend.localUrl(status.port)},
                            {u"lan_url"_s, lan},
                            {u"code"_s, QString::fromStdString(status.code)},
                            {u"anon_key"_s, m_backend.tokenFor(u"anon"_s)},
                            {u"teacher_token"_s, m_backend.tokenFor(u"teacher"_s)},
                            {u"service_key"_s, m_backend.tokenFor(u"service_role"_s)},
                            {u"jwt_secret"_s, m_backend.secret()}};
    say(stdout, QString::fromUtf8(QJsonDocument{ready}.toJson(QJsonDocument::Compact)) + u'\n');
}

void Headless::fail(const Error& error)
{
    say(stderr, errorText(error) + u'\n');
    if (!m_ready) {
        QCoreApplication::exit(1);
    }
}

} // namespace tutti::main

#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QWebSocket>

#include <functional>

namespace tutti::test {

/// A tablet with a real socket: joins by code, claims a seat, plays, and remembers what it hears.
/// Thread: the one it is made on.
class Tablet final : public QObject {
    Q_OBJECT

public:
    Tablet(QString base, QString code, int seat, QObject* parent = nullptr)
        : QObject(parent)
        , m_base(std::move(base))
        , m_code(std::move(code))
        , m_seat(seat)
    {
        connect(&m_socket, &QWebSocket::textMessageReceived, this, &Tablet::hear);
        connect(&m_socket, &QWebSocket::connected, this, [this] {
            send(QStringLiteral("phx_join"), {{QStringLiteral("config"), QJsonObject{}}});
        });
    }

    void join()
    {
        const QJsonObject body{{QStringLiteral("code"), m_code},
                               {QStringLiteral("device"), QStringLiteral("tablet-%1").arg(m_seat)}};
        QNetworkRequest request{
            QUrl{QStringLiteral("%1/api/v1/seats/%2/claim").arg(m_base).arg(m_seat)}};
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        QNetworkReply* reply = m_http.post(request, QJsonDocument{body}.toJson());
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            const QJsonObject claim = QJsonDocument::fromJson(reply->readAll()).object();
            reply->deleteLater();
            open(claim.value(QStringLiteral("token")).toString());
        });
    }

    /// Connects with a token it already has.
    void open(const QString& token)
    {
        m_token = token;
        QUrl url{m_base + QStringLiteral("/socket/websocket?vsn=2.0.0&apikey=") + token};
        url.setScheme(QStringLiteral("ws"));
        m_socket.open(url);
    }

    void play(int midi)
    {
        broadcast(QStringLiteral("play_note"), {{QStringLiteral("midi"), midi}});
    }

    void broadcast(const QString& event, const QJsonObject& payload)
    {
        send(QStringLiteral("broadcast"), {{QStringLiteral("type"), QStringLiteral("broadcast")},
                                           {QStringLiteral("event"), event},
                                           {QStringLiteral("payload"), payload}});
    }

    bool isJoined() const { return m_joined; }
    QString token() const { return m_token; }
    int heard(const QString& event) const { return static_cast<int>(payloads(event).size()); }
    QList<QJsonObject> payloads(const QString& event) const { return m_heard.value(event); }
    QWebSocket& socket() { return m_socket; }

signals:
    void heardEvent(const QString& event);

private:
    void send(const QString& event, const QJsonObject& payload)
    {
        const QJsonArray frame{QStringLiteral("1"), QString::number(++m_ref),
                               QStringLiteral("realtime:music_room:") + m_code, event, payload};
        m_socket.sendTextMessage(
            QString::fromUtf8(QJsonDocument{frame}.toJson(QJsonDocument::Compact)));
    }

    void hear(const QString& text)
    {
        const QJsonArray frame = QJsonDocument::fromJson(text.toUtf8()).array();
        const QJsonObject payload = frame.at(4).toObject();
        QString event = frame.at(3).toString();
        if (event == QStringLiteral("phx_reply")) {
            m_joined |= payload.value(QStringLiteral("status")) == QStringLiteral("ok");
        }
        if (event == QStringLiteral("broadcast")) {
            event = payload.value(QStringLiteral("event")).toString();
            m_heard[event].append(payload.value(QStringLiteral("payload")).toObject());
        }
        emit heardEvent(event);
    }

    QString m_base;
    QString m_code;
    int m_seat;
    int m_ref = 0;
    bool m_joined = false;
    QString m_token;
    QNetworkAccessManager m_http;
    QWebSocket m_socket;
    QHash<QString, QList<QJsonObject>> m_heard;
};

} // namespace tutti::test

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
class TestTablet final : public QObject {
    Q_OBJECT

public:
    TestTablet(QString base, QString code, int seat, QObject* parent = nullptr)
        : QObject(parent)
        , m_base(std::move(base))
        , m_code(std::move(code))
        , m_topic(QStringLiteral("realtime:music_room:") + m_code)
        , m_seat(seat)
    {
        connect(&m_socket, &QWebSocket::textMessageReceived, this, &TestTablet::hear);
        connect(&m_socket, &QWebSocket::connected, this, [this] {
            send(QStringLiteral("phx_join"), {{QStringLiteral("config"), QJsonObject{}}});
        });
    }

    /// Claims its seat and connects.
    void join() { claim(m_seat, {}); }

    /// Claims a seat, beside those it keeps, and connects anew with what it was granted.
    void claim(int seat, const QJsonArray& with)
    {
        ask(QStringLiteral("/api/v1/seats/%1/claim").arg(seat), {{QStringLiteral("with"), with}},
            [this] {
                m_topic = m_answer.value(QStringLiteral("topic")).toString();
                open(m_answer.value(QStringLiteral("token")).toString());
            });
    }

    /// Asks at the door; answer() and status() have what it says.
    void knock()
    {
        ask(QStringLiteral("/api/v1/join"), {}, [] {});
    }

    /// Connects with a token it already has.
    void open(const QString& token)
    {
        m_token = token;
        m_joined = false;
        m_socket.abort();
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
    /// The last answer by HTTP, and its status; 0 before there is one.
    QJsonObject answer() const { return m_answer; }
    int status() const { return m_status; }
    std::string device() const { return QStringLiteral("tablet-%1").arg(m_seat).toStdString(); }
    int heard(const QString& event) const { return static_cast<int>(payloads(event).size()); }
    QList<QJsonObject> payloads(const QString& event) const { return m_heard.value(event); }
    QWebSocket& socket() { return m_socket; }

signals:
    void heardEvent(const QString& event);

private:
    void ask(const QString& path, QJsonObject body, const std::function<void()>& answered)
    {
        m_status = 0;
        body.insert(QStringLiteral("code"), m_code);
        body.insert(QStringLiteral("device"), QString::fromStdString(device()));
        QNetworkRequest request{QUrl{m_base + path}};
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        QNetworkReply* reply = m_http.post(request, QJsonDocument{body}.toJson());
        connect(reply, &QNetworkReply::finished, this, [this, reply, answered] {
            m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            m_answer = QJsonDocument::fromJson(reply->readAll()).object();
            reply->deleteLater();
            if (m_status == 200) {
                answered();
            }
        });
    }

    void send(const QString& event, const QJsonObject& payload)
    {
        const QJsonArray frame{QStringLiteral("1"), QString::number(++m_ref), m_topic, event,
                               payload};
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
    QString m_topic;
    int m_seat;
    int m_ref = 0;
    bool m_joined = false;
    int m_status = 0;
    QString m_token;
    QJsonObject m_answer;
    QNetworkAccessManager m_http;
    QWebSocket m_socket;
    QHash<QString, QList<QJsonObject>> m_heard;
};

} // namespace tutti::test

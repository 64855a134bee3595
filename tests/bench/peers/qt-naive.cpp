// A channel server as one would first write it with QWebSocketServer: each note parsed with QJsonDocument and
// written anew for every recipient. What it costs shows what the outbox of server/channel is for.
#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QWebSocket>
#include <QWebSocketServer>

namespace {

using Topics = QHash<QString, QSet<QWebSocket*>>;

void send(QWebSocket* socket, const QJsonObject& message)
{
    socket->sendTextMessage(
        QString::fromUtf8(QJsonDocument{message}.toJson(QJsonDocument::Compact)));
}

void answer(QWebSocket* socket, const QJsonObject& message)
{
    const QJsonObject payload{{"status", "ok"}, {"response", QJsonObject{}}};
    send(socket, {{"topic", message["topic"]},
                  {"event", "phx_reply"},
                  {"ref", message["ref"]},
                  {"payload", payload}});
}

void take(Topics& topics, QWebSocket* socket, const QString& text)
{
    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString event = message["event"].toString();
    QSet<QWebSocket*>& members = topics[message["topic"].toString()];
    if (event == "broadcast") {
        for (QWebSocket* member : std::as_const(members)) {
            if (member != socket) {
                send(member, {{"topic", message["topic"]},
                              {"event", event},
                              {"payload", message["payload"]},
                              {"ref", QJsonValue::Null}});
            }
        }
        return;
    }
    if (event == "phx_join") {
        members.insert(socket);
    }
    answer(socket, message);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app{argc, argv};
    QWebSocketServer server{"qt-naive", QWebSocketServer::NonSecureMode};
    Topics topics;
    QObject::connect(&server, &QWebSocketServer::newConnection, &app, [&] {
        QWebSocket* socket = server.nextPendingConnection();
        QObject::connect(socket, &QWebSocket::textMessageReceived, &app,
                         [&, socket](const QString& text) { take(topics, socket, text); });
        QObject::connect(socket, &QWebSocket::disconnected, &app, [&, socket] {
            for (auto& members : topics) {
                members.remove(socket);
            }
            socket->deleteLater();
        });
    });
    const quint16 port = argc > 1 ? QString{argv[1]}.toUShort() : 8080;
    return server.listen(QHostAddress::LocalHost, port) ? app.exec() : 1;
}

// The channel protocol with the npm package ws: parses a note, writes it once, sends it to everybody.
import { WebSocket, WebSocketServer } from 'ws';

const topics = new Map();
const server = new WebSocketServer({
  port: Number(process.argv[2]),
  host: '127.0.0.1',
  perMessageDeflate: false,
});

function relay(from, { topic, payload }) {
  const frame = JSON.stringify({ topic, event: 'broadcast', payload, ref: null });
  for (const member of topics.get(topic) ?? [])
    if (member !== from && member.readyState === WebSocket.OPEN) member.send(frame);
}

function answer(socket, { topic, ref }) {
  const payload = { status: 'ok', response: {} };
  socket.send(JSON.stringify({ topic, event: 'phx_reply', payload, ref }));
}

function take(socket, message) {
  if (message.event === 'broadcast') relay(socket, message);
  else if (message.event === 'heartbeat') answer(socket, message);
  else if (message.event === 'phx_join') {
    if (!topics.has(message.topic)) topics.set(message.topic, new Set());
    topics.get(message.topic).add(socket);
    answer(socket, message);
  }
}

server.on('connection', (socket) => {
  socket.on('message', (bytes) => take(socket, JSON.parse(bytes)));
  socket.on('error', () => socket.terminate());
  socket.on('close', () => topics.forEach((members) => members.delete(socket)));
});

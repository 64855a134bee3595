// A raw room that goes wrong in a known way, to see whether the load generator counts right. Of ten deliveries
// one is dropped, one doubled and one held back behind the sender's next note; every 20th note also returns to
// its sender. Prints what it really did when it is told to end.
import { WebSocketServer } from 'ws';

const kHoldMs = 1000;
const members = new Map();
const did = { lost: 0, duplicated: 0, out_of_order: 0, self_echo: 0 };
let notes = 0;
let deliveries = 0;

function hold(held, sender, note, member) {
  held.set(sender, note);
  setTimeout(() => {
    if (held.get(sender) !== note) return;
    held.delete(sender);
    member.send(note);
  }, kHoldMs);
}

function deliver(member, held, sender, note) {
  const what = deliveries++ % 10;
  if (what === 0) {
    did.lost += 1;
    return;
  }
  if (what === 5 && !held.has(sender)) {
    hold(held, sender, note, member);
    return;
  }
  member.send(note);
  if (what === 3) {
    member.send(note);
    did.duplicated += 1;
  }
  if (held.has(sender)) {
    member.send(held.get(sender));
    held.delete(sender);
    did.out_of_order += 1;
  }
}

const server = new WebSocketServer({
  port: Number(process.argv[2]),
  host: '127.0.0.1',
  perMessageDeflate: false,
});
server.on('connection', (socket) => {
  members.set(socket, new Map());
  socket.on('close', () => members.delete(socket));
  socket.on('message', (bytes) => {
    const note = bytes.toString();
    const [, sender] = /"student_id":"([^"]+)"/.exec(note);
    notes += 1;
    if (notes % 20 === 0) {
      socket.send(note);
      did.self_echo += 1;
    }
    for (const [member, held] of members)
      if (member !== socket) deliver(member, held, sender, note);
  });
});
process.on('SIGTERM', () => {
  console.log(JSON.stringify(did));
  process.exit(0);
});

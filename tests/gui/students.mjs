// Plays a class for the dashboard's load measurement: students.mjs PORT CODE COUNT SECONDS BPM. Each student joins by code,
// reports its tablet and plays on every beat; prints "joined" once all are in.
import { post } from '../support/tablet.mjs';
import { WireClient } from '../support/wire-client.mjs';

const [port, code, count, seconds, bpm] = process.argv.slice(2);
const server = { port: Number(port), code };

async function student(seat) {
  const device = `load-${seat}`;
  const granted = await post(server, `/api/v1/seats/${seat}/claim`, { code, device, with: [] });
  if (granted.status !== 200) throw new Error(granted.text);
  const client = await WireClient.connect(server, granted.json.token);
  await client.join(granted.json.topic, { broadcast: { self: false } });
  const say = (event, payload) => client.broadcast(granted.json.topic, event, payload);
  say('beats', { on: false });
  say('device_status', { visible: true, sound: 'running', rtt_ms: 12, uncertainty_ms: 3 });
  // What the class plays is not kept: a minute of it would fill the memory.
  client.socket.removeAllListeners('message');
  return { seat, say };
}

const students = [];
for (let seat = 1; seat <= Number(count); ++seat) students.push(await student(seat));
console.log('joined');
const scale = [60, 62, 64, 67, 69, 72];
const ends = Date.now() + Number(seconds) * 1000;
let beat = 0;
const timer = setInterval(
  () => {
    if (Date.now() > ends) {
      clearInterval(timer);
      process.exit(0);
    }
    ++beat;
    for (const { seat, say } of students) {
      const midi = scale[(seat + beat) % scale.length];
      // Spread over the beat as children are.
      setTimeout(() => say('play_note', { midi, seat }), (seat * 37) % 120);
      setTimeout(() => say('stop_note', { midi, seat }), 200 + ((seat * 37) % 120));
    }
    if (beat % 10 === 0) students[beat % students.length].say('raise_hand', { up: true });
    if (beat % 10 === 4) students[(beat - 4) % students.length].say('raise_hand', { up: false });
  },
  60_000 / Number(bpm),
);

// The teacher who lets the music start, for the scenario that listens to beats.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { kPeers } from './places.mjs';

const kPatienceMs = 10_000;

/** Resolves when the first beat has been heard in tutti's room `code`. */
export async function startTempo(port, { code, teacher_token: token }, bpm) {
  const { WebSocket } = createRequire(join(kPeers, 'package.json'))('ws');
  const topic = `realtime:music_room:${code}`;
  const url = `ws://127.0.0.1:${port}/realtime/v1/websocket?vsn=1.0.0&apikey=${token}`;
  const socket = new WebSocket(url);
  const say = (event, payload) =>
    socket.send(JSON.stringify({ topic, event, payload, ref: '1', join_ref: '1' }));
  const command = (event, payload) => say('broadcast', { type: 'broadcast', event, payload });
  socket.on('open', () => {
    say('phx_join', { config: {} });
    command('set_tempo', { bpm });
    command('start', {});
  });
  let late;
  try {
    await new Promise((resolve, reject) => {
      late = setTimeout(reject, kPatienceMs, new Error('did not start the beat'));
      socket.on('error', reject);
      socket.on('message', (bytes) => bytes.includes('"event":"beat"') && resolve());
    });
  } finally {
    clearTimeout(late);
    socket.terminate();
  }
}

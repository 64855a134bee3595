// A tablet without a page: joins by code, claims a seat and plays, and keeps what it is told.
import { WireClient } from './wire-client.mjs';

export async function post(server, path, body, headers = {}) {
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  let json = null;
  try {
    json = JSON.parse(text);
  } catch {
    // not every answer is JSON
  }
  return { status: answer.status, headers: answer.headers, text, json };
}

export function claim(server, seat, device, code = server.code) {
  return post(server, `/api/v1/seats/${seat}/claim`, { code, device });
}

export async function seatedTablet(server, seat, device = `device-${seat}`) {
  const granted = await claim(server, seat, device);
  if (granted.status !== 200) throw new Error(granted.text);
  const client = await WireClient.connect(server, granted.json.token);
  await client.join(granted.json.topic, { broadcast: { self: false } });
  const state = await client.hears('room_state');
  return Object.assign(client, {
    seat,
    topic: granted.json.topic,
    token: granted.json.token,
    state,
  });
}

export async function teacher(server) {
  const client = await WireClient.connect(server, server.teacher_token);
  const topic = `realtime:music_room:${server.code}`;
  await client.join(topic, { broadcast: { self: true } });
  await client.hears('room_state');
  return Object.assign(client, {
    topic,
    say: (event, payload = {}) => client.broadcast(topic, event, payload),
  });
}

// The servers that are compared, and how each is started on a port of 127.0.0.1.
import { join } from 'node:path';
import { kBuild, kPeers } from './places.mjs';
import { freePort, removeFolder, start, stop, temporaryFolder, untilReady } from './processes.mjs';
import { startTempo } from './tempo.mjs';

/** As the scenario beats expects. */
const kBeatsPerMinute = 120;

const peer = (file) => (port) => [process.execPath, [join(kPeers, file), `${port}`]];

/** Tutti's first line is its ready line; before it the port may be open already. */
const readyLine = (run) => (run.out.includes('\n') ? JSON.parse(run.out.split('\n')[0]) : null);

const kServers = {
  tutti: { path: '/realtime/v1/websocket', protocol: 'phoenix' },
  'ws-phoenix': { path: '/', protocol: 'phoenix', command: peer('ws-phoenix.mjs') },
  uWS: { path: '/', protocol: 'raw', command: peer('uws-room.mjs') },
  'qt-naive': {
    path: '/',
    protocol: 'phoenix',
    command: (port) => [join(kBuild, 'qt-naive'), [`${port}`]],
  },
};
export const kServerNames = Object.keys(kServers);
export const kReference = 'ws-phoenix';

export const takesPart = (name, scenario) => scenario !== 'beats' || name === 'tutti';

async function startTutti(executable, port, scenario) {
  const folder = temporaryFolder();
  const options = ['--headless', '--port', `${port}`, '--bind', '127.0.0.1', '--data', folder];
  const run = start(executable, options);
  const end = () => stop(run).finally(() => removeFolder(folder));
  try {
    await untilReady(run, port, (each) => readyLine(each) !== null);
    const ready = readyLine(run);
    const load = ['--query', `apikey=${ready.anon_key}`];
    if (scenario === 'beats') {
      await startTempo(port, ready, kBeatsPerMinute);
      load.push('--topic', `realtime:music_room:${ready.code}`);
    }
    return { run, end, load };
  } catch (error) {
    await end();
    throw error;
  }
}

async function startPeer(name, port) {
  const run = start(...kServers[name].command(port));
  await untilReady(run, port, () => true);
  return { run, end: () => stop(run), load: [] };
}

/** A fresh server: `load` are the load generator's options for it, `end()` ends it. Throws if it does not start. */
export async function serve(name, { tutti, scenario }) {
  const port = await freePort();
  const server =
    name === 'tutti' ? await startTutti(tutti, port, scenario) : await startPeer(name, port);
  const { path, protocol } = kServers[name];
  const url = `ws://127.0.0.1:${port}${path}`;
  const target = ['--url', url, '--proto', protocol, '--label', name];
  return {
    ...server,
    load: [...target, '--server-pid', `${server.run.child.pid}`, ...server.load],
  };
}

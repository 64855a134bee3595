// Is the load generator to be trusted? It listens to a room that goes wrong on purpose and counts along.
import { join } from 'node:path';
import { kPeers } from './places.mjs';
import { freePort, loadgen, start, stop, untilReady } from './processes.mjs';

const kLoad = ['--n', '12', '--rate', '8', '--secs', '4', '--warmup', '0'];

/** Lines about what was counted wrongly; empty if all is right. */
export async function selfcheck() {
  const port = await freePort();
  const room = start(process.execPath, [join(kPeers, 'faulty-room.mjs'), `${port}`]);
  await untilReady(room, port, () => true);
  const url = `ws://127.0.0.1:${port}/`;
  const { result, error } = await loadgen(['--url', url, '--proto', 'raw', ...kLoad], 30_000);
  await stop(room);
  if (error) return [error];
  const truth = Object.entries(JSON.parse(room.out));
  return truth
    .filter(([key, value]) => result[key] !== value || value === 0)
    .map(([key, value]) => `${key}: counted ${result[key]}, in truth ${value}`);
}

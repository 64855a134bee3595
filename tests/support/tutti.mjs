// A real tutti --headless for one test file: started on a free port with a data folder of its own.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const kRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const kStartMs = 20_000;
const kStopMs = 10_000;

function executable() {
  const places = ['dev', 'release', 'asan'].map((preset) => `build/${preset}/tutti`);
  const found = [process.env.TUTTI, ...places.map((place) => join(kRoot, place))].find(
    (path) => path && existsSync(path),
  );
  if (!found) throw new Error('no tutti to test: build the preset dev, or set TUTTI');
  return found;
}

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export function dataFolder() {
  return mkdtempSync(join(tmpdir(), 'tutti-data-'));
}

/** Starts tutti with these options alone; `exited` resolves to its exit code, `said()` is its stderr. */
export function launch(options) {
  const child = spawn(executable(), options, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let complaint = '';
  child.stderr.on('data', (bytes) => (complaint += bytes));
  const lines = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const exited = new Promise((resolve) => {
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve(code ?? signal);
    });
  });
  const firstLine = new Promise((resolve) => reader.once('line', resolve));
  return { child, exited, firstLine, lines, said: () => complaint };
}

/** Serves a class and resolves when it is ready. Options: args, data (kept if given), bind. */
export async function serve({ args = [], data = null, port = 0 } = {}) {
  const folder = data ?? dataFolder();
  const options = ['--headless', '--port', `${port}`, '--bind', '127.0.0.1', '--data', folder];
  const run = launch([...options, ...args]);
  const late = new Promise((resolve) => setTimeout(resolve, kStartMs, null).unref());
  const line = await Promise.race([run.firstLine, run.exited.then(() => null), late]);
  if (line === null) {
    run.child.kill('SIGKILL');
    throw new Error(`tutti did not get ready: ${run.said()}`);
  }
  const ready = JSON.parse(line);
  const stop = async () => {
    run.child.kill('SIGTERM');
    const stuck = setTimeout(() => run.child.kill('SIGKILL'), kStopMs);
    const code = await run.exited;
    clearTimeout(stuck);
    if (data === null) rmSync(folder, { recursive: true, force: true });
    return code;
  };
  return { ...run, ...ready, line, port: Number(new URL(ready.url).port), folder, stop };
}

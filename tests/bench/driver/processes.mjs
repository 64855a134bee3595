// The processes and temporary folders of a run: whatever is started here is ended here, also on Ctrl-C.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kBuild, withoutPaths } from './places.mjs';

const kPatienceMs = 20_000;
const kStopMs = 5000;
const kSaidAtMost = 64 * 1024;
const kSettleMs = 300;

const running = new Set();
const folders = new Set();

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Each program has a process group of its own, so that what it started ends with it. */
function signal({ pid }, name) {
  try {
    if (pid) process.kill(-pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function cleanUp() {
  running.forEach((child) => signal(child, 'SIGKILL'));
  folders.forEach(removeFolder);
}

process.on('exit', cleanUp);
const kSignals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
for (const [name, code] of Object.entries(kSignals)) process.on(name, () => process.exit(code));

export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'tutti-bench-'));
  folders.add(folder);
  return folder;
}

export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  folders.delete(folder);
}

/** Starts a program. `exited` resolves to its exit code or signal; what it says is collected. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...options,
  });
  running.add(child);
  const run = { child, out: '', complaint: '', over: false };
  child.stdout.on('data', (bytes) => (run.out += run.out.length < kSaidAtMost ? bytes : ''));
  child.stderr.on(
    'data',
    (bytes) => (run.complaint += run.complaint.length < kSaidAtMost ? bytes : ''),
  );
  run.exited = new Promise((resolve) => {
    const end = (result) => {
      running.delete(child);
      run.over = true;
      resolve(result);
    };
    child.on('error', (error) => {
      run.complaint += error.message;
      end(error.code);
    });
    child.on('close', (code, signal) => end(code ?? signal));
  });
  return run;
}

/** Runs a program to its end; throws with its last words if it fails. */
export async function finish(command, args, options = {}) {
  const run = start(command, args, options);
  const code = await run.exited;
  const said = withoutPaths(`${run.out}\n${run.complaint}`).trim().slice(-3000);
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} failed (${code})\n${said}`);
  return run.out;
}

export async function stop(run) {
  signal(run.child, 'SIGTERM');
  const stuck = setTimeout(() => signal(run.child, 'SIGKILL'), kStopMs);
  const code = await run.exited;
  clearTimeout(stuck);
  return code;
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('connect', () => socket.destroy(resolve(true)));
    socket.on('error', () => resolve(false));
  });
}

/** Resolves when the port accepts connections and `ready()` holds; then the server gets a moment to settle. */
export async function untilReady(run, port, ready) {
  const end = performance.now() + kPatienceMs;
  while (performance.now() < end && !run.over) {
    if (ready(run) && (await answers(port))) {
      await pause(kSettleMs);
      return;
    }
    await pause(50);
  }
  const code = await stop(run);
  const said = withoutPaths(run.complaint || run.out).trim();
  throw new Error(`did not get ready (${code}) ${said.slice(-300)}`.trimEnd());
}

/** One run of the load generator: its JSON, or an object with an `error`. */
export async function loadgen(args, longestMs) {
  const run = start(join(kBuild, 'loadgen'), args);
  const late = setTimeout(() => signal(run.child, 'SIGKILL'), longestMs);
  const code = await run.exited;
  clearTimeout(late);
  try {
    const result = JSON.parse(run.out);
    return code === 0 ? result : { ...result, error: run.complaint.trim() || `exit code ${code}` };
  } catch {
    return { error: `the load generator ended with ${code}: ${run.complaint.trim().slice(-300)}` };
  }
}

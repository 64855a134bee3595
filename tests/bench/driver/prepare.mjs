// Builds the bench's programs and installs the peers' packages, both below build/bench.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { kBuild, kPeers, kRoot, kSource } from './places.mjs';
import { finish } from './processes.mjs';

const kStamp = join(kPeers, 'node_modules', '.installed-from.json');
const kNpm = ['ci', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'];

export async function buildPrograms() {
  await finish('cmake', ['-S', kSource, '-B', kBuild]);
  await finish('cmake', ['--build', kBuild, '--parallel']);
}

export async function installPeers() {
  const source = join(kSource, 'peers');
  mkdirSync(kPeers, { recursive: true });
  for (const file of readdirSync(source))
    if (/\.(mjs|json)$|^\.npmrc$/.test(file)) copyFileSync(join(source, file), join(kPeers, file));
  const lock = join(kPeers, 'package-lock.json');
  if (existsSync(kStamp) && readFileSync(kStamp).equals(readFileSync(lock))) return;
  await finish('npm', kNpm, { cwd: kPeers });
  copyFileSync(lock, kStamp);
}

/** As the nearest CMakeCache.txt at or above the executable says. */
function buildTypeOf(executable) {
  let folder = dirname(executable);
  while (!existsSync(join(folder, 'CMakeCache.txt')) && folder !== dirname(folder))
    folder = dirname(folder);
  const cache = join(folder, 'CMakeCache.txt');
  const text = existsSync(cache) ? readFileSync(cache, 'utf8') : '';
  return /^CMAKE_BUILD_TYPE:\w+=(\w+)$/m.exec(text)?.[1] ?? 'unknown';
}

/** What is going to be measured; throws with the way to build it if it is not there. */
export function tuttiAt(path) {
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new Error(`There is no tutti at ${relative(process.cwd(), path)}. Build it with
    cmake --preset release && cmake --build build/release --target tutti
in ${relative(process.cwd(), kRoot) || 'this folder'}, name another with --tutti PATH, or leave it out with --only.`);
  }
  return { path: relative(kRoot, path), build_type: buildTypeOf(path) };
}

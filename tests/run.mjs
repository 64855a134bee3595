// node run.mjs FOLDER: its tests, one file after the other, on the Node.js that package.json names where it is installed.
// Debian's npm installs that package and leaves its program out of the path.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const kHere = dirname(fileURLToPath(import.meta.url));
const kLongestMs = 240_000;

const [folder] = process.argv.slice(2);
const files = readdirSync(join(kHere, folder))
  .filter((name) => name.endsWith('.test.mjs'))
  .map((name) => join(folder, name));
const packaged = ['x64', 'arm64']
  .map((cpu) => join(kHere, 'node_modules', `node-linux-${cpu}`, 'bin', 'node'))
  .find((path) => existsSync(path));
const options = ['--test', `--test-timeout=${kLongestMs}`, '--test-concurrency=1'];
const { status, error } = spawnSync(packaged ?? process.execPath, [...options, ...files], {
  cwd: kHere,
  stdio: 'inherit',
});
if (error) throw error;
process.exitCode = status ?? 1;

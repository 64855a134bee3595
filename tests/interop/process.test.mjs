// tutti as a program: its options, its exit codes, and that it goes when told to.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { seatedTablet } from '../support/tablet.mjs';
import { dataFolder, launch, serve } from '../support/tutti.mjs';
import { within } from '../support/until.mjs';

let folder;
before(() => (folder = dataFolder()));
after(() => rmSync(folder, { recursive: true, force: true }));

async function fails(options, code, message) {
  const run = launch(['--headless', '--bind', '127.0.0.1', '--data', folder, ...options]);
  const stopped = await within(run.exited, 'tutti ends', 10_000).finally(() =>
    run.child.kill('SIGKILL'),
  );
  assert.equal(stopped, code, run.said());
  assert.match(run.said(), message);
  assert.deepEqual(run.lines, []);
}

function config(value) {
  const path = join(folder, 'config.json');
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

test('the ready line is the only one and says everything', async () => {
  const server = await serve({ args: ['--code', 'LARK', '--class', 'Grade 3'] });
  const keys = [
    'ready',
    'url',
    'lan_url',
    'code',
    'anon_key',
    'teacher_token',
    'service_key',
    'jwt_secret',
  ];
  assert.deepEqual(Object.keys(JSON.parse(server.line)).sort(), keys.sort());
  assert.deepEqual([server.ready, server.code], [true, 'LARK']);
  assert.equal(await server.stop(), 0);
  assert.equal(server.lines.length, 1);
});

test('SIGTERM ends the lesson cleanly and exits 0', async () => {
  const server = await serve();
  const tablet = await seatedTablet(server, 3);
  const stopped = server.stop();
  assert.equal((await tablet.hears('bye')).reason, 'lesson_over');
  assert.equal(await stopped, 0);
});

test('a port that is asked for and taken is an error', async () => {
  const holder = createServer();
  await new Promise((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const { port } = holder.address();
  await fails(['--port', `${port}`], 1, new RegExp(`port.*${port}|${port}.*port`, 'is'));
  holder.close();
});

test('a second tutti on one data folder is refused', async () => {
  const first = await serve({ data: folder });
  await fails(['--port', '0'], 1, /Another Tutti/);
  assert.equal(await first.stop(), 0);
});

for (const options of [
  ['--prot', '1'],
  ['--port', 'many'],
  ['--port'],
  ['--bind', 'x'],
  ['--code', '1234'],
]) {
  test(`wrong options end with 2: ${options.join(' ')}`, () =>
    fails(options, 2, /--(prot|port|bind|code)/));
}

const kBadConfigs = [
  [{ jwt_sekret: 'x' }, /jwt_sekret/],
  [{ jwt_secret: 7 }, /jwt_secret/],
  [{ jwt_secret: 'short' }, /jwt_secret/],
  [{ limits: { no_such_limit: 1 } }, /no_such_limit/],
  [{ limits: 3 }, /limits/],
  ['{', /JSON/],
];
for (const [value, message] of kBadConfigs) {
  test(`a configuration is refused by name: ${JSON.stringify(value)}`, () =>
    fails(['--port', '0', '--config', config(value)], 1, message));
}

test('the secret of a configuration signs the tokens', async () => {
  const secret = 'a secret of more than sixteen characters';
  const server = await serve({ args: ['--config', config({ jwt_secret: secret })] });
  assert.equal(server.jwt_secret, secret);
  await server.stop();
});

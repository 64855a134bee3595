// The origin's client in a browser, word for word: its http://localhost:4000 is led to the tested server.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../support/browser.mjs';
import { teacher } from '../support/tablet.mjs';
import { serve } from '../support/tutti.mjs';
import { until } from '../support/until.mjs';

const kHere = dirname(fileURLToPath(import.meta.url));
const kUmd = join(
  dirname(createRequire(import.meta.url).resolve('@supabase/supabase-js')),
  'umd',
  'supabase.js',
);
const kSite = {
  '/': ['text/html', () => readFileSync(join(kHere, 'snippet.html'))],
  '/supabase.js': ['text/javascript', () => readFileSync(kUmd)],
  '/module.mjs': ['text/javascript', () => 'export const { createClient } = globalThis.supabase;'],
  '/snippet.mjs': ['text/javascript', () => readFileSync(join(kHere, 'snippet.mjs'))],
};

let server, browser, site;
before(async () => {
  server = await serve({ args: ['--code', 'LARK'] });
  browser = await openBrowser([`MAP localhost:4000 127.0.0.1:${server.port}`]);
  site = createServer((request, response) => {
    const [type, body] = kSite[new URL(request.url, 'http://x').pathname] ?? [null, () => ''];
    response.writeHead(type ? 200 : 404, { 'content-type': type ?? 'text/plain' }).end(body());
  });
  await new Promise((resolve) => site.listen(0, '127.0.0.1', resolve));
});
after(async () => {
  await browser?.close();
  site?.close();
  await server?.stop();
});

test('two pages of another origin play for each other and hear the beat', async () => {
  const open = async () => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${site.address().port}/?key=${server.anon_key}`);
    await page.waitForFunction(() => window.heard.status.includes('SUBSCRIBED'));
    return page;
  };
  const [player, listener] = [await open(), await open()];
  assert.equal(await player.evaluate(() => window.play()), 'ok');
  await listener.waitForFunction(() => window.heard.notes.length === 1);
  const [note] = await listener.evaluate(() => window.heard.notes);
  assert.deepEqual([note.payload.midi, note.payload.student_id], [60, 'student-1']);
  assert.deepEqual(await player.evaluate(() => window.heard.notes), []);
  const conductor = await teacher(server);
  conductor.say('start');
  await until(() => listener.evaluate(() => window.heard.beats.length >= 2), 'two beats', 15_000);
  await conductor.close();
});

// Chromium as a school tablet: touch, plain http under a name (an insecure context), no audio daemon.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { until } from './until.mjs';

const kShots = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'build', 'shots');
const kLandscape = { width: 1024, height: 768 };
// Four tabs share two processors, and pages start slowly on them.
export const kPageMs = 30_000;

export function openBrowser(hostRules = []) {
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium'].find(
    (path) => path && existsSync(path),
  );
  const rules = ['MAP tutti.test 127.0.0.1', ...hostRules].join(', ');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      `--host-resolver-rules=${rules}`,
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
    ],
  });
}

/** One tablet: a context with storage of its own. Page errors are collected and must stay empty. */
export class Tablet {
  errors = [];
  bytes = 0;

  static async open(browser, server, name, { viewport = kLandscape } = {}) {
    const tablet = new Tablet();
    Object.assign(tablet, { name, address: `http://tutti.test:${server.port}/` });
    tablet.context = await browser.newContext({ hasTouch: true, viewport });
    await tablet.openPage();
    return tablet;
  }

  async openPage() {
    this.page = await this.context.newPage();
    this.page.setDefaultTimeout(kPageMs);
    this.page.on('pageerror', (error) => this.errors.push(`${error}`));
    this.page.on('console', (line) => line.type() === 'error' && this.errors.push(line.text()));
    this.page.on('response', (response) => this.#weigh(response));
    await this.page.goto(this.address);
  }

  async #weigh(response) {
    if (/\.woff2$/.test(new URL(response.url()).pathname)) return;
    const { responseBodySize, responseHeadersSize } = await response
      .request()
      .sizes()
      .catch(() => ({ responseBodySize: 0, responseHeadersSize: 0 }));
    this.bytes += responseBodySize + responseHeadersSize;
  }

  /** What window.__tutti says, a plain copy. */
  look(field) {
    return this.page.evaluate(
      (name) => JSON.parse(JSON.stringify(window.__tutti[name] ?? null)),
      field,
    );
  }

  shows(screen) {
    return until(
      async () => (await this.look('screen')) === screen,
      `${this.name} shows ${screen}`,
      kPageMs,
    );
  }

  room(condition, what) {
    return until(
      async () => {
        const room = await this.look('room');
        return room && condition(room) ? room : null;
      },
      `${this.name}: ${what}`,
      kPageMs,
    );
  }

  async typeCode(code) {
    for (const letter of code)
      await this.page.getByLabel(`Letter ${letter}`, { exact: true }).tap();
    await this.shows('pick');
  }

  async pick(seat) {
    await this.page.locator(`[data-seat="${seat}"]`).tap();
    await this.page.locator('button.go').tap();
  }

  /** Presses a bar or pad, tells how loud the tablet got, and lets go. */
  async strike(pad) {
    const box = await this.page.locator(`[data-pad="${pad}"]`).boundingBox();
    const touch = await this.context.newCDPSession(this.page);
    const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    const level = await this.loudness();
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await touch.detach();
    return level;
  }

  /** Server time minus wall time, in ms, as this tablet has it. */
  clockOffset() {
    return this.page.evaluate(
      () => window.__tutti.clock.serverNow / 1000 - (performance.timeOrigin + performance.now()),
    );
  }

  /** Resolves once a friend's picture is on that bar. */
  landsOn(pad) {
    return this.page.locator(`[data-pad="${pad}"] .friend`).waitFor({ state: 'attached' });
  }

  /** Ends the page's process, as a system short of memory does. */
  async kill() {
    const died = this.page.waitForEvent('crash');
    await Promise.all([died, this.page.goto('chrome://crash').catch(() => null)]);
    await this.page.close();
  }

  loudness() {
    return this.page.evaluate(async () => {
      let loudest = 0;
      const end = performance.now() + 400;
      while (performance.now() < end) {
        loudest = Math.max(loudest, window.__tutti.sound.level);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return loudest;
    });
  }

  async shoot(screen) {
    mkdirSync(kShots, { recursive: true });
    await this.page.screenshot({ path: join(kShots, `${screen}.png`) });
  }
}

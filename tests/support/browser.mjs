// Chromium as a school tablet: touch, plain http under a name (an insecure context), no audio daemon.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { Fingers } from './fingers.mjs';
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

/** For `prepare` of `Tablet.open`: what a page waits for in seconds comes so many times sooner. */
export const hurried = (longestMs, times) => (context) =>
  context.addInitScript(
    ([longest, factor]) => {
      const { setTimeout: wait } = window;
      window.setTimeout = (work, ms = 0, ...more) =>
        wait.call(window, work, ms > longest ? ms / factor : ms, ...more);
    },
    [longestMs, times],
  );

/** One tablet: a context with storage of its own. Page errors are collected and must stay empty. */
export class Tablet {
  errors = [];
  bytes = 0;

  /** `prepare` gets the context before there is a page: for scripts and routes of a test. */
  static async open(browser, server, name, { viewport = kLandscape, prepare = null } = {}) {
    const tablet = new Tablet();
    Object.assign(tablet, { name, address: `http://tutti.test:${server.port}/` });
    tablet.context = await browser.newContext({ hasTouch: true, viewport });
    await prepare?.(tablet.context);
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
    this.fingers = await Fingers.on(this.page);
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
      (name) => JSON.parse(JSON.stringify(window.__tutti?.[name] ?? null)),
      field,
    );
  }

  async shows(screen) {
    const isShown = async () => (await this.look('screen')) === screen;
    await until(isShown, `${this.name} shows ${screen}`, kPageMs);
    await this.settles();
  }

  /** What the page knows is drawn a frame later, and listens a frame after that. */
  settles() {
    return this.page.evaluate(async () => {
      const frame = () => new Promise((next) => window.requestAnimationFrame(next));
      await frame();
      await frame();
      await new Promise((next) => setTimeout(next));
    });
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

  async spell(code) {
    for (const letter of code)
      await this.page.getByLabel(`Letter ${letter}`, { exact: true }).tap();
  }

  async typeCode(code) {
    await this.spell(code);
    await this.shows('pick');
  }

  tap(selector) {
    return this.page.locator(selector).tap();
  }

  /** Takes a seat; two for children who share the tablet. */
  async pick(seat, friend = null) {
    if (friend !== null) {
      await this.tap(`[data-seat="${seat}"]`);
      await this.tap('.friend-button');
    }
    await this.tap(`[data-seat="${friend ?? seat}"]`);
    await this.tap('button.go');
  }

  /** Rings the bell and hears it. */
  async hearBell() {
    await this.shows('soundcheck');
    await this.tap('.bell');
    await this.tap('.heard:not(.nothing)');
  }

  /** From the code pad into class. */
  async enter(code, seat, friend = null) {
    await this.typeCode(code);
    await this.pick(seat, friend);
    await this.hearBell();
  }

  /** What the child of that seat sees; two children at a tablet see different things. */
  async seatShows(seat, screen) {
    const isShown = async () => {
      const screens = await this.look('seatScreens');
      return screens.find((each) => each.seat === seat)?.screen === screen;
    };
    await until(isShown, `${this.name}: seat ${seat} sees ${screen}`, kPageMs);
    await this.settles();
  }

  /** Resolves when the music is at that place, by this tablet's own clock. */
  reaches(place) {
    return this.page.evaluate(async (wanted) => {
      while (!(window.__tutti.place >= wanted)) await new Promise((next) => setTimeout(next, 8));
    }, place);
  }

  async middleOf(selector) {
    const box = await this.page.locator(selector).boundingBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Presses a bar or pad, tells how loud the tablet got, and lets go. */
  async strike(pad) {
    await this.fingers.down(0, await this.middleOf(`[data-pad="${pad}"]`));
    const level = await this.loudness();
    await this.fingers.up(0);
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

import { afterEach, describe, expect, test, vi } from 'vitest';
import { Repeat } from '../src/app/repeat';
import { browserDeps } from '../src/browser-deps';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('something done again and again', () => {
  test('goes on after it failed, and ends when it says so', async () => {
    vi.useFakeTimers();
    let times = 0;
    const repeat = new Repeat((milliseconds, work) => {
      const timer = setTimeout(work, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    });
    repeat.start(100, () => {
      times += 1;
      return times < 3 ? Promise.reject(new Error('Out of order')) : Promise.resolve(false);
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(times).toBe(3);
  });
});

describe('an address the browser forbids', () => {
  test('is one where no laptop answers', async () => {
    vi.stubGlobal('window', globalThis);
    vi.stubGlobal('WebSocket', function forbidden() {
      throw new Error('Forbidden');
    });
    await expect(browserDeps(() => undefined).reaches('http://10.0.0.9:4000/')).resolves.toBe(
      false,
    );
  });
});

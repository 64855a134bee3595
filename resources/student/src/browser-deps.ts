import { AudioEngine } from './audio/audio-engine';
import type { SoundState } from './audio/audio-engine';
import type { Deps } from './app/deps';
import { clockGrain } from './clock/clock-grain';

const kPostTimeoutMs = 6_000;

/** The real browser behind the page. */
export function browserDeps(onSound: (state: SoundState) => void): Deps {
  const now = (): number => performance.now();
  return {
    now,
    random: () => Math.random(),
    after: (milliseconds, work) => {
      const timer = window.setTimeout(work, milliseconds);
      return () => {
        window.clearTimeout(timer);
      };
    },
    storage: {
      get: (key) => attempt(() => window.localStorage.getItem(key)),
      set: (key, value) => {
        attempt(() => {
          window.localStorage.setItem(key, value);
        });
      },
      remove: (key) => {
        attempt(() => {
          window.localStorage.removeItem(key);
        });
      },
    },
    post: postJson,
    openSocket: (path) => {
      const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
      return new WebSocket(`${scheme}://${location.host}${path}`);
    },
    audio: new AudioEngine(now, onSound),
    clockGrainMs: clockGrain(now),
  };
}

/** 128 random bits; `crypto.randomUUID` is missing on plain http. */
export function newDeviceId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function postJson(path: string, body: unknown): Promise<unknown> {
  const stop = new AbortController();
  const timer = window.setTimeout(() => {
    stop.abort();
  }, kPostTimeoutMs);
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: stop.signal,
    });
    return (await response.json()) as unknown;
  } catch {
    return null;
  } finally {
    window.clearTimeout(timer);
  }
}

/** Private windows throw on every use of storage; the page then works until it is reloaded. */
function attempt<T>(use: () => T): T | null {
  try {
    return use();
  } catch {
    return null;
  }
}

import { AudioEngine } from './audio/audio-engine';
import type { SoundState } from './audio/audio-engine';
import type { Deps } from './app/deps';
import { clockGrain } from './clock/clock-grain';

const kPostTimeoutMs = 6_000;
const kReachTimeoutMs = 3_000;

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
    post: (path, body) =>
      askJson(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    get: (path) => askJson(path, { cache: 'no-store' }),
    openSocket: (path) => new WebSocket(socketAddress(location.href, path)),
    reaches,
    goTo: (address) => {
      location.assign(address);
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

async function askJson(path: string, ask: RequestInit): Promise<unknown> {
  const stop = new AbortController();
  const timer = window.setTimeout(() => {
    stop.abort();
  }, kPostTimeoutMs);
  try {
    const response = await fetch(path, { ...ask, signal: stop.signal });
    return (await response.json()) as unknown;
  } catch {
    return null;
  } finally {
    window.clearTimeout(timer);
  }
}

function socketAddress(page: string, path: string): string {
  const { protocol, host } = new URL(page);
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${path}`;
}

/** The page may open sockets to other addresses, but fetch nothing from them. */
function reaches(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = attempt(() => new WebSocket(socketAddress(address, '/clock')));
    if (!socket) {
      resolve(false); // The browser forbids that address.
      return;
    }
    const decide = (there: boolean): void => {
      window.clearTimeout(timer);
      socket.close();
      resolve(there);
    };
    const timer = window.setTimeout(() => {
      decide(false);
    }, kReachTimeoutMs);
    socket.onopen = () => {
      decide(true);
    };
    socket.onerror = () => {
      decide(false);
    };
  });
}

/** Private windows throw on every use of storage, some addresses on opening a socket to them. */
function attempt<T>(use: () => T): T | null {
  try {
    return use();
  } catch {
    return null;
  }
}

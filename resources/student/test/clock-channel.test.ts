import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ClockChannel } from '../src/room/clock-channel';
import { FakeSocket, installFakeSockets, lastSocket } from './fake-socket';

let channel: ClockChannel;
let burstWanted: boolean;
const heard: string[] = [];

function paths(): string[] {
  return FakeSocket.made.map(({ url }) => url);
}

/** Lets time pass; the last socket answers every ping if it is alive. */
function pass(milliseconds: number, alive = true): void {
  let answered = lastSocket().sent.length;
  for (let passed = 0; passed < milliseconds; passed += 10) {
    vi.advanceTimersByTime(10);
    const socket = lastSocket();
    for (const text of alive ? socket.sent.slice(answered) : []) {
      const { n, c0 } = JSON.parse(text) as { n: number; c0: number };
      socket.say({ type: 'pong', n, c0, s1: 1, s2: 2, clock_id: 'a', rev: 1, next_ms: 500 });
    }
    answered = socket.sent.length;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  installFakeSockets();
  heard.length = 0;
  burstWanted = false;
  channel = new ClockChannel(
    'key/1',
    {
      now: () => performance.now(),
      random: () => 0.5,
      openSocket: (path) => new WebSocket(path),
      after: (milliseconds, work) => {
        const timer = setTimeout(work, milliseconds);
        return () => {
          clearTimeout(timer);
        };
      },
    },
    {
      pong: () => burstWanted,
      heard: (event) => heard.push(event.kind),
    },
  );
  channel.open();
});

afterEach(() => {
  channel.close();
  vi.useRealTimers();
});

describe('the clock socket', () => {
  test('pings in a burst, then more and more calmly', () => {
    lastSocket().accept();
    pass(1_000);
    expect(lastSocket().sent.length).toBeGreaterThanOrEqual(15);
    pass(9_000);
    const before = lastSocket().sent.length;
    pass(10_000);
    expect(lastSocket().sent.length - before).toBe(20);
  });

  test('passes on what the room tells', () => {
    lastSocket().accept();
    lastSocket().say({ type: 'quiet', rev: 4, at: 1 });
    lastSocket().say({ type: 'nonsense' });
    lastSocket().onmessage?.({ data: '{' });
    expect(heard).toEqual(['quieted']);
  });

  test('keeps its key however often the network fails', () => {
    for (const code of [1006, 1006, 1000, 1013, 1006]) {
      lastSocket().drop(code);
      vi.advanceTimersByTime(1_500);
    }
    expect(new Set(paths())).toEqual(new Set(['/clock?key=key%2F1']));
    expect(paths()).toHaveLength(6);
  });

  test('goes on without a key that the server refused', () => {
    lastSocket().accept();
    lastSocket().drop(1008);
    vi.advanceTimersByTime(1_500);
    lastSocket().drop();
    vi.advanceTimersByTime(1_500);
    expect(paths().slice(1)).toEqual(['/clock', '/clock']);
  });

  test('tries the key again when the room is back', () => {
    lastSocket().drop(1008);
    channel.reopen();
    expect(paths()).toEqual(['/clock?key=key%2F1', '/clock?key=key%2F1']);
  });

  test('notices within four seconds that nobody answers, and opens anew', () => {
    const first = lastSocket();
    first.accept();
    pass(10_000);
    pass(4_000, false);
    expect(first.readyState).toBe(FakeSocket.CLOSING);
    expect(FakeSocket.made).toHaveLength(2);
    lastSocket().accept();
    pass(10_000);
    expect(FakeSocket.made).toHaveLength(2);
  });

  test('does not hear the socket it gave up', () => {
    const first = lastSocket();
    first.accept();
    channel.reopen();
    first.say({ type: 'quiet', rev: 4, at: 1 });
    first.drop(1008);
    vi.advanceTimersByTime(1_500);
    expect(heard).toEqual([]);
    expect(FakeSocket.made).toHaveLength(2);
  });

  test('gives up a connection that is not made in five seconds', () => {
    vi.advanceTimersByTime(4_900);
    expect(FakeSocket.made).toHaveLength(1);
    vi.advanceTimersByTime(200);
    expect(FakeSocket.made).toHaveLength(2);
    expect(FakeSocket.made[0]?.readyState).toBe(FakeSocket.CLOSING);
  });

  test('does not ping on a hidden page, and does not take that for silence', () => {
    lastSocket().accept();
    pass(10_000);
    channel.setAwake(false);
    const { length } = lastSocket().sent;
    pass(20_000);
    expect(lastSocket().sent).toHaveLength(length);
    channel.setAwake(true);
    pass(10_000);
    expect(FakeSocket.made).toHaveLength(1);
    expect(lastSocket().sent.length).toBeGreaterThan(length + 15);
  });

  test('pings in a burst again when the clock asks for it', () => {
    lastSocket().accept();
    pass(20_000);
    const { length } = lastSocket().sent;
    burstWanted = true;
    pass(600);
    burstWanted = false;
    expect(lastSocket().sent.length).toBeGreaterThan(length + 3);
  });

  test('is over when it is closed', () => {
    lastSocket().accept();
    channel.close();
    lastSocket().drop();
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.made).toHaveLength(1);
  });
});

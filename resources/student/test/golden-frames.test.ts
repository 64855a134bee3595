import { readFileSync } from 'node:fs';
import * as phoenix from 'phoenix';
import { describe, expect, test } from 'vitest';

interface Golden {
  readonly name: string;
  readonly vsn: string;
  readonly direction: string;
  readonly wire?: string;
  readonly frame: {
    readonly joinRef: string | null;
    readonly ref: string | null;
    readonly topic: string;
    readonly event: string;
    readonly payload: unknown;
  };
}

interface Message {
  readonly join_ref: string | null;
  readonly ref: string | null;
  readonly topic: string;
  readonly event: string;
  readonly payload: unknown;
}

/** What the stock client reads and writes with; its types leave it out. */
const { Serializer } = phoenix as unknown as {
  readonly Serializer: {
    encode(message: Message, callback: (wire: string) => void): void;
    decode(wire: string, callback: (message: Message) => void): void;
  };
};

const golden = JSON.parse(
  readFileSync(new URL('../../golden/frames.json', import.meta.url), 'utf8'),
) as Golden[];

function rows(direction: string) {
  return golden
    .filter((item) => item.direction === direction && item.vsn === '2.0.0')
    .flatMap(({ name, wire, frame }) =>
      wire === undefined ? [] : ([[name, wire, frame]] as const),
    );
}

function messageOf({ joinRef, ...rest }: Golden['frame']): Message {
  return { join_ref: joinRef, ...rest };
}

describe('the stock client', () => {
  test('meets frames in both directions', () => {
    expect(rows('to_tablet').length).toBeGreaterThanOrEqual(10);
    expect(rows('from_tablet').length).toBeGreaterThanOrEqual(10);
  });

  test.each(rows('to_tablet'))('reads: %s', (_name, wire, frame) => {
    const read: Message[] = [];
    Serializer.decode(wire, (message) => read.push(message));
    expect(read).toEqual([messageOf(frame)]);
  });

  test.each(rows('from_tablet'))('writes: %s', (_name, wire, frame) => {
    const written: string[] = [];
    Serializer.encode(messageOf(frame), (text) => written.push(text));
    expect(written).toEqual([wire]);
  });
});

import { readFileSync } from 'node:fs';
import { evolve } from '../src/room/evolve';
import { parseRoomEvent } from '../src/room/parse-room-event';
import type { RoomState } from '../src/room/room-state';

export interface Golden {
  readonly name: string;
  readonly direction: string;
  readonly event: string;
  readonly payload: unknown;
}

export const golden = JSON.parse(
  readFileSync(new URL('../../golden/music-events.json', import.meta.url), 'utf8'),
) as Golden[];

/** The event of that name among those the server and the page agreed on. */
export function goldenNamed(name: string): Golden {
  const found = golden.find((frame) => frame.name === name);
  if (!found) {
    throw new Error(`No golden frame "${name}"`);
  }
  return found;
}

/** The room after events of these names. */
export function afterGolden(room: RoomState, ...names: string[]): RoomState {
  return names.reduce((state, name) => {
    const { event, payload } = goldenNamed(name);
    const parsed = parseRoomEvent(event, payload);
    return parsed ? evolve(state, parsed, 100) : state;
  }, room);
}

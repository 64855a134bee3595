import type { RoomClock } from '../clock/room-clock';
import type { RoomState } from '../room/room-state';
import { placeAt } from '../timeline/pulses';

/**
 * Server time for what is seen and for the end of quiet: by the clock if it is ready, roughly by
 * the messages of the room if not, null if there were none. Sound needs the clock itself. In ms.
 */
export function seenServerTime(room: RoomState, clock: RoomClock, tablet: number): number | null {
  const { clockId } = room.timeline;
  if (clock.ready && clock.serverClockId === clockId) {
    return clock.serverAt(tablet);
  }
  const { roughClock } = room;
  return roughClock?.clockId === clockId ? tablet + roughClock.ahead : null;
}

/** The running place in the music by that time; null while nothing plays. */
export function seenPlace(room: RoomState, clock: RoomClock, tablet: number): number | null {
  const server = seenServerTime(room, clock, tablet);
  return server === null ? null : placeAt(room.timeline, server);
}

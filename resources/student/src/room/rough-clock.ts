/**
 * Server time minus this tablet's in ms, as messages of the room showed it when they arrived. It is
 * late by their way here: enough for pictures and the end of quiet, never for sound.
 */
export interface RoughClock {
  readonly clockId: string;
  readonly ahead: number;
}

/** After one more message, written at `server` and arrived at `tablet`; the quickest one counts. */
export function roughAfter(
  known: RoughClock | null,
  clockId: string,
  server: number,
  tablet: number,
): RoughClock {
  const ahead = server - tablet;
  return known?.clockId === clockId && known.ahead >= ahead ? known : { clockId, ahead };
}

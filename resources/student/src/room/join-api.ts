import { eachOf, fieldsOf, numberOf, textOf, type Fields } from './wire';

export interface JoinSeat {
  readonly seat: number;
  readonly avatar: string;
  readonly name: string | null;
  readonly taken: boolean;
}

/** What a tablet keeps to come back to its seat. */
export interface SeatPass {
  readonly token: string;
  readonly clockKey: string;
  readonly topic: string;
  readonly code: string;
  readonly seat: number;
  readonly avatar: string;
  readonly name: string | null;
}

export type JoinTrouble = 'wrongCode' | 'slowDown' | 'seatTaken' | 'roomClosed' | 'noAnswer';

/** There is no such room any more; waiting does not bring it back. */
export function isGone(trouble: JoinTrouble): boolean {
  return trouble === 'wrongCode' || trouble === 'roomClosed';
}

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: JoinTrouble };

/** Posts JSON and gives the parsed body, or null when the laptop cannot be reached. */
export type PostJson = (path: string, body: unknown) => Promise<unknown>;

const kTroubles: Readonly<Record<string, JoinTrouble>> = {
  wrong_code: 'wrongCode',
  bad_request: 'wrongCode',
  slow_down: 'slowDown',
  seat_taken: 'seatTaken',
  no_such_seat: 'seatTaken',
  room_closed: 'roomClosed',
};

/** The seats of the room behind a code. */
export async function askForSeats(
  post: PostJson,
  code: string,
  device: string,
): Promise<Answer<readonly JoinSeat[]>> {
  const body = fieldsOf(await post('/api/v1/join', { code, device }));
  const seats = eachOf(body?.['seats'], readSeat);
  return seats.length > 0 ? { ok: true, value: seats } : { ok: false, trouble: troubleOf(body) };
}

export async function claimSeat(
  post: PostJson,
  code: string,
  device: string,
  seat: number,
): Promise<Answer<SeatPass>> {
  const body = fieldsOf(await post(`/api/v1/seats/${seat}/claim`, { code, device }));
  const pass = body && readPass({ ...body, code });
  return pass ? { ok: true, value: pass } : { ok: false, trouble: troubleOf(body) };
}

/** Reads a claim's answer, or the pass a reloaded page kept. */
export function readPass(value: unknown): SeatPass | null {
  const fields = fieldsOf(value);
  const token = textOf(fields?.['token']);
  const topic = textOf(fields?.['topic']);
  const seat = numberOf(fields?.['seat']);
  const avatar = textOf(fields?.['avatar']);
  const code = textOf(fields?.['code']);
  if (token === null || topic === null || seat === null || avatar === null || code === null) {
    return null;
  }
  const clockKey = textOf(fields?.['clock_key']) ?? textOf(fields?.['clockKey']) ?? '';
  return { token, clockKey, topic, code, seat, avatar, name: textOf(fields?.['name']) };
}

function readSeat(fields: Fields): JoinSeat | null {
  const seat = numberOf(fields['seat']);
  const avatar = textOf(fields['avatar']);
  if (seat === null || avatar === null) {
    return null;
  }
  return { seat, avatar, name: textOf(fields['name']), taken: fields['taken'] === true };
}

function troubleOf(body: Fields | null): JoinTrouble {
  const code = textOf(fieldsOf(body?.['error'])?.['code']);
  return (code === null ? undefined : kTroubles[code]) ?? 'noAnswer';
}

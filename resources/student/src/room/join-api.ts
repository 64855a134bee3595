import { eachOf, fieldsOf, numberOf, numbersOf, textOf, type Fields } from './wire';

export interface JoinSeat {
  readonly seat: number;
  readonly avatar: string;
  readonly name: string | null;
  readonly taken: boolean;
}

/** The room behind a code. */
export interface OpenRoom {
  /** The word on the door now; a tablet that sits here may have come in by an older one. */
  readonly code: string;
  readonly seats: readonly JoinSeat[];
  /** Seats the room holds for this tablet; it takes them without asking the child. */
  readonly yours: readonly number[];
  /** The number on this tablet's case. */
  readonly tablet: number | null;
}

/** What a tablet keeps to come back to its seats. */
export interface SeatPass {
  readonly token: string;
  readonly clockKey: string;
  readonly topic: string;
  readonly code: string;
  readonly seat: number;
  /** All seats of this tablet, `seat` among them: two for children who share it. */
  readonly seats: readonly number[];
  readonly avatar: string;
  readonly name: string | null;
  readonly tablet: number | null;
}

export type JoinTrouble = 'wrongCode' | 'slowDown' | 'seatTaken' | 'roomClosed' | 'noAnswer';

/** There is no such room any more; waiting does not bring it back. */
export function isGone(trouble: JoinTrouble): boolean {
  return trouble === 'wrongCode' || trouble === 'roomClosed';
}

export interface Failed {
  readonly kind: 'failed';
  readonly trouble: JoinTrouble;
}

export type JoinAnswer =
  | { readonly kind: 'open'; readonly room: OpenRoom }
  /** The door is locked; ask again after that time. */
  | {
      readonly kind: 'waiting';
      readonly code: string;
      readonly tablet: number | null;
      readonly retryMs: number;
    }
  /** The teacher said no. */
  | { readonly kind: 'declined' }
  | Failed;

export type ClaimAnswer =
  | { readonly kind: 'claimed'; readonly pass: SeatPass }
  /** The door was locked meanwhile; a join says whether to wait. */
  | { readonly kind: 'notAdmitted' }
  | Failed;

/** Posts JSON and gives the parsed body, or null when the laptop cannot be reached. */
export type PostJson = (path: string, body: unknown) => Promise<unknown>;

const kRetryMs = 2_000;
const kShortestRetryMs = 500;
const kNotAdmitted = 'not_admitted';

const kTroubles: Readonly<Record<string, JoinTrouble>> = {
  wrong_code: 'wrongCode',
  bad_request: 'wrongCode',
  slow_down: 'slowDown',
  seat_taken: 'seatTaken',
  no_such_seat: 'seatTaken',
  room_closed: 'roomClosed',
};

/** Asks for the room behind a code. */
export async function askToJoin(post: PostJson, code: string, device: string): Promise<JoinAnswer> {
  const body = fieldsOf(await post('/api/v1/join', { code, device }));
  const tablet = numberOf(body?.['tablet']);
  const room = textOf(body?.['room']) ?? code;
  if (body?.['waiting'] === true) {
    const retryMs = Math.max(kShortestRetryMs, numberOf(body['retry_ms']) ?? kRetryMs);
    return { kind: 'waiting', code: room, tablet, retryMs };
  }
  if (errorOf(body) === kNotAdmitted) {
    return { kind: 'declined' };
  }
  const seats = eachOf(body?.['seats'], readSeat);
  return seats.length > 0
    ? { kind: 'open', room: { code: room, seats, yours: numbersOf(body?.['yours']), tablet } }
    : failed(body);
}

/** Claims a seat, and keeps those of `others` that this tablet holds already. */
export async function claimSeat(
  post: PostJson,
  code: string,
  device: string,
  seat: number,
  others: readonly number[],
): Promise<ClaimAnswer> {
  const ask = { code, device, with: others };
  const body = fieldsOf(await post(`/api/v1/seats/${seat}/claim`, ask));
  const pass = body && readPass({ ...body, code });
  if (pass) {
    return { kind: 'claimed', pass };
  }
  return errorOf(body) === kNotAdmitted ? { kind: 'notAdmitted' } : failed(body);
}

/** Claims seats one after the other; the last answer has the pass for all of them. */
export async function claimSeats(
  post: PostJson,
  code: string,
  device: string,
  seats: readonly number[],
  kept: readonly number[],
): Promise<ClaimAnswer> {
  let answer: ClaimAnswer = { kind: 'failed', trouble: 'noAnswer' };
  for (const [index, seat] of seats.entries()) {
    answer = await claimSeat(post, code, device, seat, [...kept, ...seats.slice(0, index)]);
    if (answer.kind !== 'claimed') {
      return answer;
    }
  }
  return answer;
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
  const named = numbersOf(fields?.['seats']);
  const seats = named.includes(seat) ? named : [seat];
  const name = textOf(fields?.['name']);
  const tablet = numberOf(fields?.['tablet']);
  return { token, clockKey, topic, code, seat, seats, avatar, name, tablet };
}

function readSeat(fields: Fields): JoinSeat | null {
  const seat = numberOf(fields['seat']);
  const avatar = textOf(fields['avatar']);
  if (seat === null || avatar === null) {
    return null;
  }
  return { seat, avatar, name: textOf(fields['name']), taken: fields['taken'] === true };
}

function errorOf(body: Fields | null): string | null {
  return textOf(fieldsOf(body?.['error'])?.['code']);
}

function failed(body: Fields | null): Failed {
  const code = errorOf(body);
  const trouble = (code === null ? undefined : kTroubles[code]) ?? 'noAnswer';
  return { kind: 'failed', trouble };
}

import { describe, expect, test } from 'vitest';
import { kAtTheDoor, type AppState } from '../src/app/app-state';
import { evolveApp } from '../src/app/evolve-app';
import { kLongLostMs } from '../src/app/evolve-class';
import { screenOf } from '../src/app/screen-of';
import { codeOfAddress } from '../src/room-code';
import { pitchOf } from '../src/ui/pitch';
import { kPass } from './page-world';

const seats = [
  { seat: 1, avatar: 'fox', name: null, taken: true },
  { seat: 3, avatar: 'owl', name: null, taken: false },
];
const picking = evolveApp(kAtTheDoor, { kind: 'seatsShown', code: 'LARK', seats });
const inClass = evolveApp(picking, {
  kind: 'seatClaimed',
  pass: kPass,
  sound: 'running',
  check: false,
});

describe('the page', () => {
  test('clears the boxes after a wrong code', () => {
    const typed = evolveApp(kAtTheDoor, { kind: 'lettersChanged', letters: 'LURK' });
    const refused = evolveApp(typed, { kind: 'joinFailed', trouble: 'wrongCode' });
    expect(refused).toMatchObject({ letters: '', trouble: 'wrongCode' });
  });

  test('asks the teacher when a taken animal is tapped', () => {
    const tapped = evolveApp(picking, { kind: 'seatPicked', seat: 1 });
    expect(tapped).toMatchObject({ picked: [], trouble: 'seatTaken' });
  });

  test('lets go of a picked animal that a friend took', () => {
    const picked = evolveApp(picking, { kind: 'seatPicked', seat: 3 });
    const taken = seats.map((seat) => ({ ...seat, taken: true }));
    const shown = evolveApp(picked, { kind: 'seatsShown', code: 'LARK', seats: taken });
    expect(shown).toMatchObject({ picked: [] });
  });

  test('shows the card only when the class is lost for long', () => {
    const lost = evolveApp(inClass, { kind: 'linkChanged', link: 'lost', now: 1_000 });
    expect(screenOf(lost)).toBe('reconnecting');
    const late = { kind: 'timePassed', now: 1_000 + kLongLostMs, serverNow: 0 } as const;
    expect(evolveApp(lost, late)).toMatchObject({ longLost: true });
    const back = evolveApp(lost, { kind: 'linkChanged', link: 'joined', now: 2_000 });
    expect(screenOf(back)).toBe('waiting');
  });

  test('says bye without a trace of the child', () => {
    for (const state of [kAtTheDoor, picking, inClass]) {
      const bye: AppState = evolveApp(state, { kind: 'lessonEnded', tablet: 7 });
      expect(bye).toEqual({ stage: 'bye', asleep: false, tablet: 7 });
    }
  });
});

describe('the address', () => {
  test.each([
    ['?c=LARK', '', 'LARK'],
    ['?code=lark', '', 'LARK'],
    ['', '#LARK', 'LARK'],
    ['', '', null],
    ['?c=LA<K', '', null],
  ])('%s%s gives %s', (search, hash, code) => {
    expect(codeOfAddress(search, hash)).toBe(code);
  });
});

describe('pitches', () => {
  test('give the second C a ring', () => {
    expect(pitchOf(72, [60, 72])).toMatchObject({ letter: 'C', high: true });
    expect(pitchOf(48, [48, 50])).toMatchObject({ letter: 'C', high: false });
    expect(pitchOf(61, [61])).toMatchObject({ name: 'C♯' });
  });
});

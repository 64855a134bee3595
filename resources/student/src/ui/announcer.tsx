import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { TuttiPage } from '../app/tutti-page';
import { beatsOf, ownersAt } from '../ring/beat-ring';
import type { OwnSeat } from '../room/room-event';
import { isListening, type RoomState } from '../room/room-state';
import { en } from '../strings/en';

/** What a child who does not see the screen must know: its role, its beats, and whether it plays. */
export interface Standing {
  readonly seat: number;
  readonly who: string;
  readonly role: OwnSeat['role'];
  readonly beats: readonly number[] | null;
  readonly listens: boolean;
}

/** How the children of this tablet stand, at a place in the music. */
export function standings(room: RoomState, place: number | null): readonly Standing[] {
  const owners = room.ring ? ownersAt(room.ring, place) : null;
  return room.own.map((own) => ({
    seat: own.seat,
    who: own.name ?? en.animal(own.avatar),
    role: own.role,
    beats: owners && beatsOf(owners, own.seat),
    listens: isListening(room, own),
  }));
}

/** What to say after a change, or nothing. Two children at a tablet are told apart by name. */
export function announcement(
  before: readonly Standing[],
  after: readonly Standing[],
): string | null {
  const said = after.flatMap((now) => {
    const then = before.find(({ seat }) => seat === now.seat);
    const words = then ? changes(then, now) : [];
    return after.length > 1 ? words.map((each) => en.to(now.who, each)) : words;
  });
  return said.length === 0 ? null : said.join(' ');
}

function changes(then: Standing, now: Standing): readonly string[] {
  const said: string[] = [];
  if (then.role !== now.role) {
    said.push(en.yourRole(en.roles[now.role]));
  }
  if (then.listens !== now.listens) {
    said.push(now.listens ? en.youListen : en.youPlay);
  }
  const beats = now.beats ?? [];
  if (beats.length > 0 && (then.beats ?? []).join() !== beats.join()) {
    said.push(en.yourBeat(beats));
  }
  return said;
}

/** One polite live region for the whole tablet. */
export function Announcer(props: {
  readonly page: TuttiPage;
  readonly room: RoomState;
}): JSX.Element {
  const { page, room } = props;
  const known = useRef<readonly Standing[]>([]);
  const text = useRef('');
  const now = standings(room, page.placeNow());
  text.current = announcement(known.current, now) ?? text.current;
  known.current = now;
  return (
    <p class="only-read" aria-live="polite">
      {text.current}
    </p>
  );
}

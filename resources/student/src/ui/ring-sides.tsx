import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { TuttiPage } from '../app/tutti-page';
import { beatsOf, type BeatRing, type Owners } from '../ring/beat-ring';
import type { OwnSeat } from '../room/room-event';
import type { RoomState } from '../room/room-state';
import { en } from '../strings/en';
import { ArrowIcon } from './icons';
import { Avatar } from './picture';
import { useFrames } from './use-frames';

const kMostNeighbours = 2;

/** Who shares this child's beat. */
export function Neighbours(props: {
  readonly room: RoomState;
  readonly owners: Owners;
  readonly beats: readonly number[];
  readonly own: OwnSeat;
}): JSX.Element {
  const { room, owners, beats, own } = props;
  const seats = new Set(beats.flatMap((beat) => owners[beat - 1] ?? []));
  const friends = room.seats.filter(({ seat }) => seats.has(seat) && seat !== own.seat);
  return (
    <div class="ring-side">
      <span class={friends.length > 1 ? 'neighbours many' : 'neighbours'} aria-hidden="true">
        <Avatar avatar={own.avatar} size="myself framed" />
        {friends.slice(0, kMostNeighbours).map((friend) => (
          <Avatar key={friend.seat} avatar={friend.avatar} size="neighbour" />
        ))}
      </span>
    </div>
  );
}

/** The number of the own beat, and the one that comes if it is known already. */
export function OwnNumber(props: {
  readonly ring: BeatRing;
  readonly beats: readonly number[];
  readonly seat: number;
}): JSX.Element {
  const { ring, beats, seat } = props;
  const coming = ring.next ? beatsOf(ring.next.owners, seat) : beats;
  const moves = coming.length > 0 && coming.join() !== beats.join();
  return (
    <div class="ring-side">
      {beats.length > 0 && (
        <span key={beats.join()} class={`own-number count-${beats.length}`} aria-hidden="true">
          {beats.join(' ')}
        </span>
      )}
      {moves && (
        <span class="coming" aria-hidden="true">
          <ArrowIcon />
          {coming.join(' ')}
        </span>
      )}
    </div>
  );
}

/** The end of a game: what the ring did together, and no word about one child. */
export function RingResult({ held }: { readonly held: number }): JSX.Element {
  const [before, after] = en.ringHeld(held);
  return (
    <p class="ring-result">
      {before} <b>{held}</b> {after}
    </p>
  );
}

/** After a round, until the new one has gone round once: how many bars the ring held. */
export function RoundOver(props: {
  readonly page: TuttiPage;
  readonly room: RoomState;
  readonly ring: BeatRing;
}): JSX.Element | null {
  const { page, room, ring } = props;
  const { result } = room;
  const [fresh, setFresh] = useState(true);
  useFrames(() => {
    const place = page.placeNow();
    setFresh(ring.next !== null || place === null || place < ring.fromBeat + ring.beats);
  }, [ring]);
  if (!result || result.final || !fresh || ring.phase === 'done') {
    return null;
  }
  return (
    <p class="round-over">
      <span class="little-ring" aria-hidden="true" />
      <b>{result.held}</b>
      <span class="only-read">{en.ringHeld(result.held).join(` ${result.held} `)}</span>
    </p>
  );
}

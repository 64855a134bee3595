import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { TuttiPage } from '../app/tutti-page';
import { arcPath, beads, kRing } from '../ring/arcs';
import { beatAt, modulo, type BeatRing, type Owners } from '../ring/beat-ring';
import type { RoomState } from '../room/room-state';
import { pulseLength } from '../timeline/pulses';
import { noteOf } from '../ring/beat-ring';
import { Avatar, Drawing } from './picture';
import { noteShape } from './pictures';
import { pitchOf } from './pitch';
import { useFrames, wantsStillness } from './use-frames';

const kBox = 2 * kRing.box;
/** Close to three changes a second large shapes stand still, and only the marker moves. */
const kShortestGlowMs = 60_000 / 170;

interface RingProps {
  readonly page: TuttiPage;
  readonly room: RoomState;
  readonly ring: BeatRing;
  readonly owners: Owners;
  /** This child's beats, which are lifted out of the ring. */
  readonly own: readonly number[];
  readonly seat: number;
  /** What is in the middle. */
  readonly children: ComponentChildren;
}

/** The ring of beats with its owners, and the marker that goes round; drawn from the shared clock. */
export function Ring(props: RingProps): JSX.Element {
  const { page, room, ring, owners, own, seat, children } = props;
  const root = useRef<HTMLDivElement>(null);
  const marker = useRef<SVGGElement>(null);
  const done = ring.phase === 'done';
  const shownBeat = useRef<number | null>(null);
  useFrames(() => {
    const place = done ? null : page.placeNow();
    const turn = place === null ? null : wantsStillness() ? Math.floor(place) : place;
    turnMarker(marker.current, turn, ring.beats);
    const server = page.serverNow();
    const beat = place !== null && place % 1 < 0.5 ? beatAt(ring, place) : null;
    const calm = server !== null && pulseLength(room.timeline, server) < kShortestGlowMs;
    if (root.current && shownBeat.current !== (calm ? null : beat)) {
      shownBeat.current = calm ? null : beat;
      light(root.current, shownBeat.current);
    }
  }, [ring, owners, room.timeline]);
  const beats = Array.from({ length: ring.beats }, (_, index) => index + 1);
  const ownLast = [...beats].sort((a, b) => Number(own.includes(a)) - Number(own.includes(b)));
  return (
    <div class={done ? 'ring done' : 'ring'} ref={root}>
      <svg class="arcs" viewBox={`${-kRing.box} ${-kRing.box} ${kBox} ${kBox}`} aria-hidden="true">
        {ownLast.map((beat) => (
          <path
            key={`${beat} ${String(own.includes(beat))}`}
            class={arcLook(ring, beat, own.includes(beat))}
            data-beat={beat}
            d={arcPath(beat, ring.beats, own.includes(beat))}
          />
        ))}
        <g class="marker" ref={marker}>
          <path d="M0 -234 L27 -192 L-27 -192Z" />
        </g>
      </svg>
      {beats.map((beat) => (
        <Owned
          key={beat}
          room={room}
          ring={ring}
          beat={beat}
          seats={owners[beat - 1] ?? []}
          seat={seat}
        />
      ))}
      {children}
    </div>
  );
}

function turnMarker(marker: SVGGElement | null, place: number | null, beats: number): void {
  if (marker) {
    marker.style.display = place === null ? 'none' : '';
    marker.style.transform = `rotate(${(modulo((place ?? 1) - 1, beats) * 360) / beats}deg)`;
  }
}

function light(root: HTMLElement, beat: number | null): void {
  root.querySelectorAll('[data-beat]').forEach((part) => {
    part.classList.toggle('on', Number(part.getAttribute('data-beat')) === beat);
  });
}

function arcLook(ring: BeatRing, beat: number, own: boolean): string {
  const { letter } = pitchOf(noteOf(ring, beat), ring.notes);
  const rest = ring.rest.includes(beat) ? ' rest' : '';
  const lit = ring.lit[beat - 1] === true ? ' lit' : '';
  return `arc pitch-${letter}${own ? ' mine' : ''}${rest}${lit}`;
}

/** The pictures of a beat's owners, inside their arc; an arc nobody owns shows its shape. */
function Owned(props: {
  readonly room: RoomState;
  readonly ring: BeatRing;
  readonly beat: number;
  readonly seats: readonly number[];
  readonly seat: number;
}): JSX.Element | null {
  const { room, ring, beat, seats, seat } = props;
  const friends = seats.flatMap((each) => room.seats.find((other) => other.seat === each) ?? []);
  if (ring.rest.includes(beat)) {
    return null;
  }
  const places = beads(beat, ring.beats, Math.max(1, friends.length));
  const { letter, high } = pitchOf(noteOf(ring, beat), ring.notes);
  return (
    <span class="owned" data-beat={beat} aria-hidden="true">
      {places.map((place, index) => {
        const friend = friends[index];
        const playing = room.heard.some((note) => note.seat === friend?.seat);
        const look = `bead${friend?.here === false ? ' away' : ''}${playing ? ' playing' : ''}${friend?.seat === seat ? ' self' : ''}`;
        const style = {
          left: `${50 + (100 * place.x) / kBox}%`,
          top: `${50 + (100 * place.y) / kBox}%`,
          width: `${(100 * place.size) / kBox}%`,
        };
        return (
          <span key={friend?.seat ?? 'shape'} class={look} style={style}>
            {friend ? (
              <Avatar avatar={friend.avatar} size="in-ring" />
            ) : (
              <Drawing svg={noteShape(letter, high)} className="arc-shape" />
            )}
          </span>
        );
      })}
    </span>
  );
}

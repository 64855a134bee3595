import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  beatsOf,
  kTurnDots,
  nearestBeat,
  noteOf,
  ownersAt,
  playedBeats,
  turnDots,
  type BeatRing,
} from '../ring/beat-ring';
import { en } from '../strings/en';
import { usePlaySurface } from '../touch/use-play-surface';
import { ClassHeader } from '../ui/class-header';
import { EarIcon, HandIcon } from '../ui/icons';
import { Drawing } from '../ui/picture';
import { noteShape } from '../ui/pictures';
import { pitchOf } from '../ui/pitch';
import { Ring } from '../ui/ring';
import { Neighbours, OwnNumber, RingResult, RoundOver } from '../ui/ring-sides';
import { SeatScreen, type SeatScreenProps } from '../ui/seat-screen';
import { useFrames } from '../ui/use-frames';

const kPad = [0];

/** The beats of the ring; the middle is the pad of this child's own beat. */
export function RingScreen(props: SeatScreenProps & { readonly ring: BeatRing }): JSX.Element {
  const { page, state, own, half, ring } = props;
  const { room } = state;
  const owners = ownersAt(ring, page.placeNow());
  const mine = beatsOf(owners, own.seat);
  const done = ring.phase === 'done';
  return (
    <SeatScreen half={half} look="play ring-screen" label={en.beatRing}>
      <ClassHeader {...props} />
      <div class="ring-place">
        {!done && <Neighbours room={room} owners={owners} beats={mine} own={own} />}
        <Ring
          page={page}
          room={room}
          ring={ring}
          owners={owners}
          own={done ? [] : mine}
          seat={own.seat}
        >
          {done ? <RingResult held={ring.held} /> : <RingPad {...props} mine={mine} />}
        </Ring>
        {!done && <OwnNumber ring={ring} beats={mine} seat={own.seat} />}
      </div>
      <RoundOver page={page} room={room} ring={ring} />
    </SeatScreen>
  );
}

/** The one pad: in colour and shape of the own beat, with dots that fill as the turn comes. */
function RingPad(
  props: SeatScreenProps & { readonly ring: BeatRing; readonly mine: readonly number[] },
): JSX.Element {
  const { page, own, half, ring, mine } = props;
  const { seat } = own;
  const { surface, down } = usePlaySurface(kPad, page.players.ringPlayerOf(seat), half);
  const dots = useRef<HTMLSpanElement>(null);
  const [nearest, setNearest] = useState<number | null>(() => mine[0] ?? null);
  const open = playedBeats(ring, seat, page.placeNow());
  const plays = open.length > 0;
  useEffect(() => {
    page.players.instrumentOf(seat).prepare();
  }, [ring.notes.join()]);
  useFrames(() => {
    const place = page.placeNow();
    setNearest(nearestBeat(ring, plays ? open : mine, place));
    const full = turnDots(ring, seat, place);
    Array.from(dots.current?.children ?? []).forEach((dot, index) => {
      dot.classList.toggle('full', index < full);
    });
  }, [ring, mine.join(), plays]);
  const beat = nearest !== null && mine.includes(nearest) ? nearest : (mine[0] ?? null);
  const pitch = beat === null ? null : pitchOf(noteOf(ring, beat), ring.notes);
  const look = `ring-pad ${pitch ? `pitch-${pitch.letter}` : 'no-beat'}`;
  return (
    <div class="ring-middle" ref={surface}>
      <button
        type="button"
        class={`${look}${plays ? '' : ' resting'}${down.has(0) ? ' down' : ''}`}
        data-pad={0}
        aria-disabled={!plays}
        aria-label={en.ringPad(mine, ring.beats, plays)}
      >
        {plays && pitch ? (
          <Drawing svg={noteShape(pitch.letter, pitch.high)} className="ring-shape" />
        ) : (
          <span class="ring-rest">{ring.phase === 'held' ? <HandIcon /> : <EarIcon />}</span>
        )}
        <span class="turn-dots" ref={dots} aria-hidden="true">
          {Array.from({ length: kTurnDots }, (_, index) => (
            <span key={index} class="turn-dot" />
          ))}
        </span>
      </button>
    </div>
  );
}

import type { JSX } from 'preact';
import { ownersAt, type BeatRing } from '../ring/beat-ring';
import { en } from '../strings/en';
import { ClassHeader } from '../ui/class-header';
import { HandIcon, PlayIcon } from '../ui/icons';
import { Ring } from '../ui/ring';
import { RingResult, RoundOver } from '../ui/ring-sides';
import { SeatScreen, type SeatScreenProps } from '../ui/seat-screen';

/** The conductor of a Beat Ring: sees the ring, and has one big hand that stops it and lets it go. */
export function ConductorScreen(props: SeatScreenProps & { readonly ring: BeatRing }): JSX.Element {
  const { page, state, own, half, ring } = props;
  const held = ring.phase === 'held';
  const works = held || ring.phase === 'play';
  const owners = ownersAt(ring, page.placeNow());
  return (
    <SeatScreen half={half} look="play ring-screen" label={en.beatRing}>
      <ClassHeader {...props} />
      <div class="ring-place">
        <Ring page={page} room={state.room} ring={ring} owners={owners} own={[]} seat={own.seat}>
          {ring.phase === 'done' ? (
            <RingResult held={ring.held} />
          ) : (
            <div class="ring-middle">
              <button
                type="button"
                class={held ? 'stop-hand held' : 'stop-hand'}
                aria-label={held ? en.letGo : en.stopRing}
                disabled={!works}
                onClick={() => {
                  page.players.toggleStop(own.seat);
                }}
              >
                {held ? <PlayIcon /> : <HandIcon />}
              </button>
            </div>
          )}
        </Ring>
      </div>
      <RoundOver page={page} room={state.room} ring={ring} />
    </SeatScreen>
  );
}

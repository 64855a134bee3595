import type { ScheduledClick } from './audio/click-scheduler';
import { screenOf } from './app/screen-of';
import type { Deps } from './app/deps';
import type { TuttiPage } from './app/tutti-page';
import type { RoomState } from './room/room-state';

/** A click as it was planned: what and when on the server's clock, and when on the audio clock. */
export interface ClickRecord {
  readonly tick: number;
  readonly bar: number;
  readonly inBar: number;
  readonly countIn: boolean;
  /** µs of server time the pulse belongs to. */
  readonly at: number;
  /** µs of server time at which it leaves the loudspeaker, by the clocks as known when scheduled. */
  readonly sounds: number;
  /** Seconds of the audio clock it was started at. */
  readonly when: number;
}

const kKeptClicks = 500;

/**
 * `window.__tutti`: what the browser tests and a teacher's support read from a tablet.
 * Read-only, and without names or tokens. `clock.serverNow` is in µs, widths in ms, `sound.level`
 * is the root mean square of what leaves the tablet at this moment.
 */
export class Diagnostics {
  private readonly kept: ClickRecord[] = [];

  constructor(
    private readonly page: () => TuttiPage,
    private readonly deps: Deps,
  ) {}

  readonly logClick = (click: ScheduledClick): void => {
    const { tick, bar, inBar, countIn, at } = click.pulse;
    const clock = this.page().session?.clock;
    const sounds = clock?.serverAt(this.deps.audio.tabletAt(click.when)) ?? NaN;
    this.kept.push({
      tick,
      bar,
      inBar,
      countIn,
      at: Math.round(at * 1000),
      sounds: Math.round(sounds * 1000),
      when: click.when,
    });
    this.kept.splice(0, this.kept.length - kKeptClicks);
  };

  expose(): void {
    Object.defineProperty(window, '__tutti', { value: Object.freeze(this.view()) });
  }

  private view(): object {
    const { page, deps, kept } = this;
    return {
      get screen() {
        return screenOf(page().store.state);
      },
      get link() {
        const { state } = page().store;
        return state.stage === 'class' ? state.link : 'none';
      },
      get room() {
        const { state } = page().store;
        return state.stage === 'class' ? roomView(state.room) : null;
      },
      get clock() {
        const clock = page().session?.clock;
        return {
          ready: clock?.ready ?? false,
          trusted: clock?.trusted ?? false,
          halfWidth: clock?.uncertainty ?? NaN,
          roundTrip: clock?.roundTrip ?? NaN,
          serverNow: clock?.ready ? Math.round(clock.serverAt(deps.now()) * 1000) : null,
        };
      },
      get sound() {
        return {
          state: deps.audio.state,
          level: deps.audio.level(),
          outputLatency: deps.audio.outputLatency,
        };
      },
      get clicks() {
        return [...kept];
      },
    };
  }
}

function roomView(room: RoomState): object {
  const { rev, phase, own, quiet, timeline, heard } = room;
  return {
    rev,
    phase,
    seat: own?.seat,
    role: own?.role,
    muted: own?.muted,
    hand: own?.hand,
    quiet,
    timeline,
    heard,
  };
}

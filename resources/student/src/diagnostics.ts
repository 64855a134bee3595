import type { ScheduledClick } from './audio/click-scheduler';
import type { InClass } from './app/app-state';
import { screenOf, seatScreenOf } from './app/screen-of';
import type { Deps } from './app/deps';
import type { TuttiPage } from './app/tutti-page';

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
      /** What each seat of this tablet sees. */
      get seatScreens() {
        const { state } = page().store;
        return state.stage === 'class'
          ? state.room.own.map((own) => ({ seat: own.seat, screen: seatScreenOf(state, own) }))
          : [];
      },
      get link() {
        const { state } = page().store;
        return state.stage === 'class' ? state.link : 'none';
      },
      get room() {
        const { state } = page().store;
        return state.stage === 'class' ? roomView(state) : null;
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
      /** The running place in the music: 2.5 is half-way from pulse 2 to 3. */
      get place() {
        return page().placeNow();
      },
      get clicks() {
        return [...kept];
      },
    };
  }
}

/** `seat` to `hand` are the first child's; `own` has both of two who share. */
function roomView({ room, pass }: InClass): object {
  const { rev, phase, own, quiet, timeline, heard, solo, ring, result, prompt } = room;
  const seats = own.map(({ seat, role, muted, hand }) => ({ seat, role, muted, hand }));
  const game = { solo, ring, result, prompt };
  const music = { quiet, timeline, heard };
  return { rev, phase, tablet: pass.tablet, ...seats[0], own: seats, ...music, ...game };
}

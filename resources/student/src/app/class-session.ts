import { Ticker } from '../audio/ticker';
import type { ScheduledClick } from '../audio/click-scheduler';
import { RoomClock } from '../clock/room-clock';
import { ClockChannel } from '../room/clock-channel';
import type { SeatPass } from '../room/join-api';
import { RoomChannel } from '../room/room-channel';
import type { ByeReason, RoomEvent } from '../room/room-event';
import { Conductor } from './conductor';
import type { Deps } from './deps';
import type { Store } from './store';

const kStatusMs = 5_000;
const kWakeCheckMs = 500;

/** Why a stay ended: the room said so, or would not let this tablet in again, to its seat or at all. */
export type LeaveReason = ByeReason | 'refused' | 'lessonGone';

export interface ClassSessionListener {
  left(reason: LeaveReason): void;
  /** The room now holds these seats for this tablet. */
  given(seats: readonly number[]): void;
  /** The laptop can be reached at another address. */
  moved(url: string): void;
  /** The word on the door of the room, whenever the room says it. */
  named(code: string): void;
}

/** One stay in a class: both sockets, the clock and the ticks, from the claimed seat to the bye. */
export class ClassSession {
  readonly clock: RoomClock;
  private readonly room: RoomChannel;
  private readonly clockChannel: ClockChannel;
  private readonly conductor: Conductor;
  private readonly ticker: Ticker;
  private cancelStatus: () => void = () => undefined;
  /** What the child said about the sound, until the teacher was told. */
  private judged: boolean | null = null;

  constructor(
    pass: SeatPass,
    private readonly deps: Deps,
    private readonly store: Store,
    private readonly listener: ClassSessionListener,
    log: (click: ScheduledClick) => void,
  ) {
    this.clock = new RoomClock(deps.clockGrainMs);
    this.conductor = new Conductor(deps, this.clock, store, () => document.hidden, log);
    this.ticker = new Ticker(deps.now, () => {
      this.conductor.tick();
    });
    const heard = (event: RoomEvent): void => {
      this.heard(event);
    };
    this.room = new RoomChannel(
      pass,
      {
        joined: () => {
          this.joined();
        },
        lost: () => {
          this.linkChanged('lost');
        },
        refusedForGood: (lessonOver) => {
          this.listener.left(lessonOver ? 'lessonGone' : 'refused');
        },
        heard,
      },
      deps.random,
    );
    this.clockChannel = new ClockChannel(pass.clockKey, deps, {
      pong: (sample, clockId) => this.clock.heard(sample, clockId),
      heard,
    });
  }

  open(): void {
    this.room.open();
    this.clockChannel.open();
    this.ticker.start();
    document.addEventListener('visibilitychange', this.visibilityChanged);
    this.checkAwake();
    this.reportStatus();
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.visibilityChanged);
    this.cancelStatus();
    this.ticker.stop();
    this.conductor.hush();
    this.clockChannel.close();
    this.room.close();
  }

  send(event: string, payload: object): boolean {
    return this.room.send(event, payload);
  }

  /** The server's time of a touch in µs, or nothing while this tablet does not know it well. */
  serverMicros(tablet: number): number | null {
    const { state } = this.store;
    const current =
      state.stage === 'class' && this.clock.serverClockId === state.room.timeline.clockId;
    return current && this.clock.trusted ? Math.round(this.clock.serverAt(tablet) * 1000) : null;
  }

  /** Tells the teacher whether the child heard this tablet. */
  tellHeard(heard: boolean): void {
    this.judged = heard;
    this.cancelStatus();
    this.reportStatus();
  }

  /** Asks for a touch if the browser keeps the sound asleep without one. */
  checkAwake(): void {
    this.deps.after(kWakeCheckMs, () => {
      this.store.dispatch({ kind: 'wakeNeeded', wake: this.deps.audio.state === 'suspended' });
    });
  }

  private heard(event: RoomEvent): void {
    if (event.kind === 'quieted') {
      this.conductor.hush();
    }
    this.store.dispatch({ kind: 'roomSpoke', event, now: this.deps.now() });
    if (event.kind === 'saidBye') {
      this.listener.left(event.reason);
    } else if (event.kind === 'seatsGiven') {
      this.listener.given(event.seats);
    } else if (event.kind === 'addressMoved') {
      this.listener.moved(event.url);
    } else if (event.kind === 'snapshot' && event.snapshot.code !== null) {
      this.listener.named(event.snapshot.code);
    }
  }

  private joined(): void {
    const { state } = this.store;
    if (state.stage === 'class' && state.link === 'lost') {
      this.clockChannel.reopen();
    }
    this.linkChanged('joined');
    this.clockChannel.setAwake(!document.hidden);
  }

  private linkChanged(link: 'joined' | 'lost'): void {
    this.store.dispatch({ kind: 'linkChanged', link, now: this.deps.now() });
  }

  private readonly visibilityChanged = (): void => {
    if (!document.hidden) {
      this.clock.doubt();
      this.deps.audio.unlock();
      this.checkAwake();
      this.room.send('request_state', {}); // Messages may have been missed, and the clock stood.
    }
    this.clockChannel.setAwake(!document.hidden);
    this.cancelStatus();
    this.reportStatus();
  };

  private reportStatus(): void {
    const { audio, after } = this.deps;
    const { roundTrip, uncertainty } = this.clock;
    const told = this.room.send('device_status', {
      visible: !document.hidden,
      sound: audio.state,
      output_latency_ms: Math.round(audio.outputLatency * 1000),
      ...(Number.isFinite(roundTrip) ? { rtt_ms: rounded(roundTrip) } : {}),
      ...(Number.isFinite(uncertainty) ? { uncertainty_ms: rounded(uncertainty) } : {}),
      ...(this.judged === null ? {} : { heard: this.judged }),
    });
    this.judged = told ? null : this.judged;
    this.cancelStatus = after(kStatusMs, () => {
      this.reportStatus();
    });
  }
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

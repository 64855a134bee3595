import { ClickScheduler, type ScheduledClick } from '../audio/click-scheduler';
import { CoverScheduler } from '../audio/cover-scheduler';
import type { RoomClock } from '../clock/room-clock';
import { allListen, mayPlay, type RoomState } from '../room/room-state';
import { barLengthBefore } from '../timeline/pulses';
import { playsAt } from '../timeline/timeline';
import type { Deps } from './deps';
import { seenServerTime } from './server-time';
import type { Store } from './store';

const kHorizonMs = 150;
const kHiddenHorizonMs = 1_500;

/**
 * Does the work of each 25 ms tick in a class: moves the clock, ends quiet in time, and keeps the
 * clicks of the next moments scheduled, and the beats this tablet plays for friends who are missing.
 */
export class Conductor {
  private readonly clicks: ClickScheduler;
  private readonly cover: CoverScheduler;
  private clicking = false;

  constructor(
    private readonly deps: Deps,
    private readonly clock: RoomClock,
    private readonly store: Store,
    private readonly isHidden: () => boolean,
    log: (click: ScheduledClick) => void,
  ) {
    this.clicks = new ClickScheduler(deps.audio, log);
    this.cover = new CoverScheduler(deps.audio);
  }

  tick(): void {
    const now = this.deps.now();
    const state = this.store.state;
    if (state.stage !== 'class') {
      return;
    }
    const { timeline } = state.room;
    this.clock.follow(now, this.clock.ready && playsAt(timeline, this.clock.serverAt(now)));
    const serverNow = seenServerTime(state.room, this.clock, now) ?? -Infinity;
    this.store.dispatch({ kind: 'timePassed', now, serverNow });
    if (this.deps.audio.sample()) {
      this.drop();
    }
    this.sound(state.room, state.link === 'joined', now);
  }

  /** Silence at once; used when quiet arrives, before anything else. */
  hush(): void {
    this.deps.audio.setAudible(false);
    this.drop();
    this.clicking = false;
  }

  private drop(): void {
    this.clicks.drop();
    this.cover.drop();
  }

  private sound(room: RoomState, joined: boolean, now: number): void {
    const { audio } = this.deps;
    const sounds = joined && room.quiet.kind !== 'on' && !allListen(room);
    if (!sounds) {
      this.hush();
      return;
    }
    audio.setAudible(true);
    if (
      !this.clock.trusted ||
      !audio.mapped ||
      room.timeline.clockId !== this.clock.serverClockId
    ) {
      return;
    }
    if (!this.clicking) {
      this.clicking = true;
      audio.enterClicks();
    }
    const window = {
      serverNow: this.clock.serverAt(now),
      // What is heard after the horizon must be started before it, by the way to the loudspeaker.
      horizon: (this.isHidden() ? kHiddenHorizonMs : kHorizonMs) + 1000 * audio.lead(now),
      notBefore: clicksFrom(room),
      toAudio: (server: number) => audio.audioAt(this.clock.tabletAt(server)),
    };
    this.clicks.tick(room.timeline, window);
    const ring = room.quiet.kind === 'off' ? room.ring : null;
    this.cover.tick(ring, playing(room), room.timeline, window);
  }
}

/** The seats of this tablet that may sound. */
function playing(room: RoomState): readonly number[] {
  return room.own.filter((own) => mayPlay(room, own)).map((own) => own.seat);
}

/** After quiet the class hears one bar of clicks before it plays again. */
function clicksFrom(room: RoomState): number {
  if (room.quiet.kind !== 'ending') {
    return -Infinity;
  }
  const { releaseAt } = room.quiet;
  return releaseAt - barLengthBefore(room.timeline, releaseAt) - 1;
}

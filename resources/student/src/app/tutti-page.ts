import type { ScheduledClick } from '../audio/click-scheduler';
import { askForSeats, claimSeat, type Answer, type JoinSeat } from '../room/join-api';
import type { SeatPass } from '../room/join-api';
import { kCodeLength } from './app-state';
import { ClassSession, type LeaveReason } from './class-session';
import type { Deps } from './deps';
import { Instrument } from './instrument';
import { retryJoin, kRetryJoinMs } from './join-retry';
import { kLostWatchMs, LostWatch } from './lost-watch';
import { Repeat } from './repeat';
import { SeatMemory } from './seat-memory';
import { kSeatRefreshMs, refreshSeats } from './seat-refresh';
import { seenServerTime } from './server-time';
import { Store } from './store';

const kSleepAfterByeMs = 20_000;

/** What a child can do on the page, and what follows from it. */
export class TuttiPage {
  readonly store = new Store();
  session: ClassSession | null = null;
  readonly instrument: Instrument;
  private readonly memory: SeatMemory;
  /** What the stage asks for in the background: a retry, the seats, or the lost room. */
  private readonly background: Repeat;

  constructor(
    private readonly deps: Deps,
    newDeviceId: () => string,
    private readonly logClick: (click: ScheduledClick) => void,
  ) {
    this.memory = new SeatMemory(deps.storage, newDeviceId);
    this.background = new Repeat(deps.after);
    this.instrument = new Instrument(deps, this.store, () => this.session);
  }

  /** Back to the kept seat after a reload; otherwise to the room of the QR code, or the code pad. */
  open(code: string | null): void {
    const pass = this.memory.recall();
    if (pass && (code === null || code === pass.code)) {
      this.enter(pass);
    } else if (code !== null) {
      this.store.dispatch({ kind: 'lettersChanged', letters: code });
      void this.join(code);
    }
  }

  typeLetter(letter: string): void {
    const { state } = this.store;
    if (state.stage !== 'code' || state.busy) {
      return;
    }
    const typed = state.letters.length < kCodeLength ? state.letters : '';
    const letters = typed + letter;
    this.store.dispatch({ kind: 'lettersChanged', letters });
    if (letters.length === kCodeLength) {
      void this.join(letters);
    }
  }

  eraseLetter(): void {
    const { state } = this.store;
    if (state.stage === 'code') {
      this.store.dispatch({ kind: 'lettersChanged', letters: state.letters.slice(0, -1) });
    }
  }

  pick(seat: number): void {
    this.store.dispatch({ kind: 'seatPicked', seat });
  }

  /** "I'm …": wakes the sound inside the touch, then asks for the seat. */
  claim(): void {
    const { state } = this.store;
    if (state.stage === 'pick' && state.picked !== null && !state.busy) {
      this.deps.audio.unlock();
      void this.take(state.code, state.picked);
    }
  }

  wake(): void {
    this.deps.audio.unlock();
    this.session?.checkAwake();
    this.store.dispatch({ kind: 'wakeNeeded', wake: false });
  }

  toggleHand(): void {
    const { state } = this.store;
    if (state.stage === 'class' && state.room.own) {
      this.session?.send('raise_hand', { up: !state.room.own.hand });
    }
  }

  /** The server's time now in ms, for pictures; null while this tablet does not know it. */
  serverNow(): number | null {
    const { state } = this.store;
    return state.stage === 'class' && this.session
      ? seenServerTime(state.room, this.session.clock, this.deps.now())
      : null;
  }

  private async join(code: string): Promise<void> {
    this.store.dispatch({ kind: 'joinAsked' });
    this.answered(code, await askForSeats(this.deps.post, code, this.memory.device));
  }

  private answered(code: string, answer: Answer<readonly JoinSeat[]>): void {
    const { deps, store } = this;
    const { device } = this.memory;
    if (answer.ok) {
      store.dispatch({ kind: 'seatsShown', code, seats: answer.value });
      this.background.start(kSeatRefreshMs, (wanted) => refreshSeats(deps, store, device, wanted));
      return;
    }
    store.dispatch({ kind: 'joinFailed', trouble: answer.trouble });
    this.background.start(kRetryJoinMs, (wanted) =>
      retryJoin(deps, store, device, wanted, (late) => {
        this.answered(code, late);
      }),
    );
  }

  private async take(code: string, seat: number): Promise<void> {
    this.store.dispatch({ kind: 'joinAsked' });
    const answer = await claimSeat(this.deps.post, code, this.memory.device, seat);
    if (answer.ok) {
      this.memory.keep(answer.value);
      this.enter(answer.value);
    } else {
      this.store.dispatch({ kind: 'joinFailed', trouble: answer.trouble });
    }
  }

  private enter(pass: SeatPass): void {
    const { deps, store } = this;
    this.session?.close();
    store.dispatch({ kind: 'seatClaimed', pass, sound: deps.audio.state });
    deps.audio.unlock();
    const left = (reason: LeaveReason): void => {
      this.leave(pass, reason);
    };
    this.session = new ClassSession(pass, deps, store, left, this.logClick);
    this.session.open();
    const watch = new LostWatch(deps, store, this.memory.device, {
      gone: () => {
        this.leave(pass, 'roomGone');
      },
      renewed: (fresh) => {
        this.memory.keep(fresh);
        this.enter(fresh);
      },
      taken: () => {
        this.leave(pass, 'refused');
      },
    });
    this.background.start(kLostWatchMs, (wanted) => watch.look(wanted));
  }

  /** A seat that was freed, or is not known any more, means: choose again in the same room. */
  private leave(pass: SeatPass, reason: LeaveReason | 'roomGone'): void {
    this.memory.forget();
    this.background.stop();
    this.session?.close();
    this.session = null;
    if (reason === 'lessonOver') {
      this.deps.after(kSleepAfterByeMs, () => {
        this.store.dispatch({ kind: 'fellAsleep' });
      });
      return;
    }
    const again = reason !== 'roomGone';
    this.store.dispatch({ kind: 'seatLost', letters: again ? pass.code : '' });
    if (again) {
      void this.join(pass.code);
    }
  }
}

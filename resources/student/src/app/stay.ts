import type { ScheduledClick } from '../audio/click-scheduler';
import type { SeatPass } from '../room/join-api';
import { ClassSession, type ClassSessionListener, type LeaveReason } from './class-session';
import type { Deps } from './deps';
import { Joining } from './joining';
import { kLostWatchMs, LostWatch } from './lost-watch';
import { movedAddress } from './moved-address';
import { Repeat } from './repeat';
import type { SeatMemory } from './seat-memory';
import type { Store } from './store';

const kSleepAfterByeMs = 20_000;

/** This tablet in a class, from a pass for its seats to the way out: to which screen, and what is forgotten. */
export class Stay {
  session: ClassSession | null = null;
  readonly joining: Joining;
  private readonly background: Repeat;
  /** Where the laptop said it would be. */
  private address: string | null = null;

  constructor(
    private readonly deps: Deps,
    private readonly store: Store,
    private readonly memory: SeatMemory,
    private readonly logClick: (click: ScheduledClick) => void,
  ) {
    this.background = new Repeat(deps.after);
    this.joining = new Joining(deps, store, memory, this.background, this.enter);
  }

  readonly enter = (pass: SeatPass): void => {
    const { deps, store, memory } = this;
    memory.keep(pass);
    this.session?.close();
    const check = !memory.soundChecked && deps.audio.state !== 'none';
    const known = { ...pass, tablet: pass.tablet ?? memory.tablet };
    store.dispatch({ kind: 'seatClaimed', pass: known, sound: deps.audio.state, check });
    deps.audio.unlock();
    this.session = new ClassSession(pass, deps, store, this.listenerOf(pass), this.logClick);
    this.session.open();
    const watch = new LostWatch(deps, store, memory.device, {
      gone: () => {
        this.leave(pass, 'roomGone');
      },
      renewed: this.enter,
      taken: () => {
        this.leave(pass, 'refused');
      },
      movedTo: () => this.address,
      follow: (address) => {
        memory.forgetLesson(); // Nobody ends the lesson at this address any more.
        deps.goTo(address);
      },
    });
    this.background.start(kLostWatchMs, (wanted) => watch.look(wanted));
  };

  private listenerOf(pass: SeatPass): ClassSessionListener {
    return {
      left: (reason) => {
        this.leave(pass, reason);
      },
      given: (seats) => {
        const same = seats.length === pass.seats.length;
        if (!same || seats.some((seat) => !pass.seats.includes(seat))) {
          void this.joining.takeGiven(this.codeOf(pass), seats);
        }
      },
      named: (code) => {
        const kept = this.memory.recall();
        if (kept && kept.code !== code) {
          this.memory.keep({ ...kept, code });
        }
      },
      moved: (url) => {
        this.address = movedAddress(url, this.memory.device);
      },
    };
  }

  /** The word on the door by now. */
  private codeOf(pass: SeatPass): string {
    return this.memory.recall()?.code ?? pass.code;
  }

  /** A seat that was freed, or is not known any more, means: choose again in the same room. */
  private leave(pass: SeatPass, reason: LeaveReason | 'roomGone'): void {
    const { memory, store } = this;
    const code = this.codeOf(pass);
    if (reason === 'seatReleased' || reason === 'refused') {
      memory.forgetSeats();
    } else {
      memory.forgetLesson();
    }
    this.background.stop();
    this.session?.close();
    this.session = null;
    if (reason === 'lessonOver') {
      store.dispatch({ kind: 'lessonEnded', tablet: pass.tablet ?? memory.tablet });
      this.deps.after(kSleepAfterByeMs, () => {
        store.dispatch({ kind: 'fellAsleep' });
      });
      this.joining.awaitLesson(code);
      return;
    }
    const again = reason !== 'roomGone';
    store.dispatch({ kind: 'seatLost', letters: again ? code : '' });
    if (again) {
      void this.joining.join(code);
    }
  }
}

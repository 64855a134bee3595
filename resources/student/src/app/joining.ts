import { askToJoin, claimSeat, claimSeats, type JoinAnswer } from '../room/join-api';
import type { OpenRoom, SeatPass } from '../room/join-api';
import type { Deps } from './deps';
import { knock, kRetryJoinMs, retryJoin } from './join-retry';
import { lookForLesson, pauseBeforeLesson } from './next-lesson';
import type { Repeat } from './repeat';
import type { SeatMemory } from './seat-memory';
import { kSeatRefreshMs, refreshSeats } from './seat-refresh';
import type { Store } from './store';

/** The way into a room: from a code, through the door, to a pass for the seats of this tablet. */
export class Joining {
  constructor(
    private readonly deps: Deps,
    private readonly store: Store,
    private readonly memory: SeatMemory,
    /** What the stage asks for in the background; one thing at a time. */
    private readonly background: Repeat,
    private readonly entered: (pass: SeatPass) => void,
  ) {}

  async join(code: string): Promise<void> {
    this.store.dispatch({ kind: 'joinAsked' });
    this.answered(code, await askToJoin(this.deps.post, code, this.memory.device));
  }

  /** Claims seats that were picked, beside those that this tablet keeps. */
  async take(code: string, seats: readonly number[], kept: readonly number[]): Promise<void> {
    const { deps, store, memory } = this;
    store.dispatch({ kind: 'joinAsked' });
    const answer = await claimSeats(deps.post, code, memory.device, seats, kept);
    if (this.isOver()) {
      return; // The lesson ended on the way.
    }
    if (answer.kind === 'claimed') {
      this.entered(answer.pass);
    } else if (answer.kind === 'notAdmitted') {
      await this.askDoor(code);
    } else {
      store.dispatch({ kind: 'joinFailed', trouble: answer.trouble });
    }
  }

  /** Claims the seats that the room holds for this tablet; says whether it got them. */
  async takeGiven(code: string, seats: readonly number[]): Promise<boolean> {
    const [seat, ...others] = seats;
    if (seat === undefined) {
      return false;
    }
    const over = this.isOver();
    const answer = await claimSeat(this.deps.post, code, this.memory.device, seat, others);
    if (!over && this.isOver()) {
      return true; // The lesson ended on the way, and nothing is left to show.
    }
    if (answer.kind === 'claimed') {
      this.entered(answer.pass);
    }
    return answer.kind === 'claimed';
  }

  private isOver(): boolean {
    return this.store.state.stage === 'bye';
  }

  /** Shows the class again, to add a friend to this tablet; or why it cannot be shown. */
  async addFriend(code: string, kept: readonly number[]): Promise<void> {
    const { deps, store, memory } = this;
    store.dispatch({ kind: 'friendAsked' });
    const answer = await askToJoin(deps.post, code, memory.device);
    if (store.state.stage !== 'class') {
      return;
    }
    if (answer.kind === 'open') {
      this.show(answer.room, kept);
    } else {
      const trouble = answer.kind === 'failed' ? answer.trouble : 'teacherOpens';
      store.dispatch({ kind: 'friendFailed', trouble });
    }
  }

  /** After a bye: waits for the next class. */
  awaitLesson(code: string): void {
    const { deps, store, memory } = this;
    const ask = { code, device: memory.device };
    this.background.start(pauseBeforeLesson, (wanted) =>
      lookForLesson(deps, store, ask, wanted, (answer) => {
        this.answered(code, answer);
      }),
    );
  }

  private answered(code: string, answer: JoinAnswer): void {
    const { store, background } = this;
    switch (answer.kind) {
      case 'open':
        this.memory.noteTablet(answer.room.tablet);
        void this.openTo(answer.room);
        return;
      case 'waiting':
        this.memory.noteTablet(answer.tablet);
        store.dispatch({ kind: 'doorLocked', code: answer.code, tablet: this.memory.tablet });
        this.ask(answer.code, answer.retryMs, knock);
        return;
      case 'declined':
        background.stop();
        store.dispatch({ kind: 'seatLost', letters: '' });
        return;
      case 'failed':
        store.dispatch({ kind: 'joinFailed', trouble: answer.trouble });
        this.ask(code, kRetryJoinMs, retryJoin);
    }
  }

  /** The door was locked while the child chose: waits at it, or goes back to the code pad. */
  private async askDoor(code: string): Promise<void> {
    const { deps, store, memory } = this;
    const answer = await askToJoin(deps.post, code, memory.device);
    if (store.state.stage !== 'pick') {
      return;
    }
    if (answer.kind === 'failed') {
      store.dispatch({ kind: 'joinFailed', trouble: answer.trouble }); // The grid asks on.
    } else {
      this.answered(code, answer);
    }
  }

  private async openTo(room: OpenRoom): Promise<void> {
    this.background.stop();
    if (room.yours.length > 0) {
      this.store.dispatch({ kind: 'joinAsked' }); // No child picks while the tablet claims.
    }
    if (!(await this.takeGiven(room.code, room.yours))) {
      this.show(room, []);
    }
  }

  private show({ code, seats }: OpenRoom, kept: readonly number[]): void {
    this.store.dispatch({ kind: 'seatsShown', code, seats, kept });
    this.ask(code, kSeatRefreshMs, refreshSeats);
  }

  /** Asks the room again and again, in the way that belongs to the stage. */
  private ask(code: string, pauseMs: number, way: typeof knock): void {
    const { deps, store, memory } = this;
    this.background.start(pauseMs, (wanted) =>
      way(deps, store, memory.device, wanted, (answer) => {
        this.answered(code, answer);
      }),
    );
  }
}

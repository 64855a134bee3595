import type { ScheduledClick } from '../audio/click-scheduler';
import type { RoomState } from '../room/room-state';
import { kCodeLength } from './app-state';
import type { ClassSession } from './class-session';
import type { Deps } from './deps';
import { Players } from './players';
import { SeatMemory } from './seat-memory';
import { seenPlace, seenServerTime } from './server-time';
import { Stay } from './stay';
import { Store } from './store';

/** What a child can do before and between lessons. What follows from it is the stay's. */
export class TuttiPage {
  readonly store = new Store();
  readonly players: Players;
  private readonly memory: SeatMemory;
  private readonly stay: Stay;

  constructor(
    private readonly deps: Deps,
    newDeviceId: () => string,
    logClick: (click: ScheduledClick) => void,
  ) {
    this.memory = new SeatMemory(deps.storage, newDeviceId);
    this.stay = new Stay(deps, this.store, this.memory, logClick);
    this.players = new Players(deps, this, this.memory);
  }

  /** The class this tablet is in; null before and between lessons. */
  get session(): ClassSession | null {
    return this.stay.session;
  }

  /** To the kept seats, the room of the QR code, or the code pad; `device` came along with a move. */
  open(code: string | null, device: string | null = null): void {
    const known = device !== null && this.memory.adopt(device);
    const pass = this.memory.recall();
    if (pass && (code === null || code === pass.code)) {
      this.stay.enter(pass);
      return;
    }
    this.memory.forgetLesson();
    if (known) {
      this.memory.noteSoundChecked(); // It comes from the middle of a lesson.
    }
    if (code !== null) {
      this.store.dispatch({ kind: 'lettersChanged', letters: code });
      void this.stay.joining.join(code);
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
      void this.stay.joining.join(letters);
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

  /** Two children for this tablet, or one after all. */
  pickTwo(duo: boolean): void {
    this.store.dispatch({ kind: 'duoWanted', duo });
  }

  /** "I'm …": wakes the sound inside the touch, then asks for the seats. */
  claim(): void {
    const { state } = this.store;
    if (state.stage !== 'pick' || state.busy || state.picked.length < (state.duo ? 2 : 1)) {
      return;
    }
    this.deps.audio.unlock();
    void this.stay.joining.take(state.code, state.picked, state.kept);
  }

  /** A friend shares the tablet of a child that has its seat already. */
  addFriend(): void {
    const { state } = this.store;
    if (state.stage === 'class' && state.adding !== 'asking') {
      void this.stay.joining.addFriend(state.pass.code, state.pass.seats);
    }
  }

  /** No friend after all: back to the seat this tablet has. */
  leaveGrid(): void {
    const pass = this.memory.recall();
    if (this.store.state.stage === 'pick' && pass) {
      this.stay.enter(pass);
    }
  }

  /** The server's time now in ms; null while this tablet does not know it. */
  serverNow(): number | null {
    const { room, session, deps } = this;
    return room && session ? seenServerTime(room, session.clock, deps.now()) : null;
  }

  /** The running place in the music at a time of this tablet; null while nothing plays. */
  placeAt(tablet: number): number | null {
    const { room, session } = this;
    return room && session ? seenPlace(room, session.clock, tablet) : null;
  }

  placeNow(): number | null {
    return this.placeAt(this.deps.now());
  }

  private get room(): RoomState | null {
    const { state } = this.store;
    return state.stage === 'class' ? state.room : null;
  }
}

import type { ScheduledClick } from '../audio/click-scheduler';
import { askForSeats, claimSeat, type SeatPass } from '../room/join-api';
import { mayPlay, notesOf } from '../room/room-state';
import { NoteLimiter } from '../touch/note-limiter';
import type { Player } from '../touch/use-play-surface';
import { ClassSession } from './class-session';
import { kCodeLength } from './app-state';
import type { Deps } from './deps';
import { watchLostRoom } from './lost-watch';
import { SeatMemory } from './seat-memory';
import { refreshSeats } from './seat-refresh';
import { Store } from './store';

const kSleepAfterByeMs = 20_000;
const kHarmonyGain = 0.55;
const kGain = 0.9;

/** What a child can do on the page, and what follows from it. */
export class TuttiPage {
  readonly store = new Store();
  session: ClassSession | null = null;
  /** The instruments' way in. */
  readonly player: Player = {
    play: (midi, at) => this.playNote(midi, at),
    stop: (midi, at) => {
      this.tell('stop_note', { midi }, at);
    },
  };
  private readonly memory: SeatMemory;
  private readonly limiter = new NoteLimiter();
  private sequence = 0;

  constructor(
    private readonly deps: Deps,
    newDeviceId: () => string,
    private readonly logClick: (click: ScheduledClick) => void,
  ) {
    this.memory = new SeatMemory(deps.storage, newDeviceId);
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
    const letters = state.letters + letter;
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

  /** Sounds at once; the network hears of it afterwards. */
  private playNote(midi: number, touchedAt: number): boolean {
    const { state } = this.store;
    if (state.stage !== 'class' || state.link !== 'joined' || !mayPlay(state.room)) {
      return false;
    }
    const role = state.room.own?.role ?? 'listener';
    const share = this.limiter.admit(touchedAt);
    if (share <= 0) {
      return false;
    }
    this.deps.audio.playNote(
      midi,
      role === 'rhythm',
      share * (role === 'harmony' ? kHarmonyGain : kGain),
    );
    this.tell('play_note', { midi, velocity: Math.max(1, Math.round(90 * share)) }, touchedAt);
    return true;
  }

  /** The server's time now in ms, or null while this tablet does not know it. */
  serverNow(): number | null {
    const clock = this.session?.clock;
    return clock?.ready ? clock.serverAt(this.deps.now()) : null;
  }

  /** Renders this role's sounds ahead of the first touch. */
  prepareSounds(): void {
    const { state } = this.store;
    const role = state.stage === 'class' ? state.room.own?.role : undefined;
    if (state.stage === 'class' && role) {
      this.deps.audio.prepare(notesOf(state.room, role), role === 'rhythm');
    }
  }

  private tell(event: string, note: object, tablet: number): void {
    const at = this.session?.serverMicros(tablet) ?? null;
    this.sequence += 1;
    this.session?.send(event, { ...note, seq: this.sequence, ...(at === null ? {} : { at }) });
  }

  private async join(code: string): Promise<void> {
    this.store.dispatch({ kind: 'joinAsked' });
    const answer = await askForSeats(this.deps.post, code, this.memory.device);
    if (answer.ok) {
      this.store.dispatch({ kind: 'seatsShown', code, seats: answer.value });
      refreshSeats(this.deps, this.store, code, this.memory.device);
    } else {
      this.store.dispatch({ kind: 'joinFailed', trouble: answer.trouble });
    }
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
    this.store.dispatch({ kind: 'seatClaimed', pass, sound: this.deps.audio.state });
    this.deps.audio.unlock();
    this.session = new ClassSession(
      pass,
      this.deps,
      this.store,
      (forGood) => {
        this.leave(forGood);
      },
      this.logClick,
    );
    this.session.open();
    watchLostRoom(this.deps, this.store, this.memory.device, () => {
      this.leave(true);
    });
  }

  private leave(forGood: boolean): void {
    this.memory.forget();
    this.session?.close();
    this.session = null;
    if (forGood) {
      this.store.dispatch({ kind: 'seatLost' });
    } else {
      this.deps.after(kSleepAfterByeMs, () => {
        this.store.dispatch({ kind: 'fellAsleep' });
      });
    }
  }
}

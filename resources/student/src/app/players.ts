import { isAsked, ownSeat, type RoomState } from '../room/room-state';
import type { InClass } from './app-state';
import type { ClassSession } from './class-session';
import type { Deps } from './deps';
import { Instrument } from './instrument';
import { RingPlayer } from './ring-player';
import type { SeatMemory } from './seat-memory';
import type { Store } from './store';

/** In the order they are drawn. */
export const kMoods = ['excited', 'happy', 'calm', 'worried', 'sad', 'mad'] as const;
export type Mood = (typeof kMoods)[number];

/** Where the children of this tablet are. */
export interface Whereabouts {
  readonly store: Store;
  readonly session: ClassSession | null;
  placeAt(tablet: number): number | null;
}

/** What the children of a tablet do in class; each has an instrument and limits of its own. */
export class Players {
  private readonly instruments = new Map<number, Instrument>();
  private readonly ringPlayers = new Map<number, RingPlayer>();

  constructor(
    private readonly deps: Deps,
    private readonly where: Whereabouts,
    private readonly memory: SeatMemory,
  ) {}

  instrumentOf(seat: number): Instrument {
    const { deps, where, instruments } = this;
    const known = instruments.get(seat);
    const instrument = known ?? new Instrument(seat, deps, where.store, () => where.session);
    instruments.set(seat, instrument);
    return instrument;
  }

  ringPlayerOf(seat: number): RingPlayer {
    const known = this.ringPlayers.get(seat);
    const view = {
      room: (): RoomState | null => this.inClass?.room ?? null,
      placeAt: (tablet: number): number | null => this.where.placeAt(tablet),
    };
    const player = known ?? new RingPlayer(seat, view, this.instrumentOf(seat));
    this.ringPlayers.set(seat, player);
    return player;
  }

  toggleHand(seat: number): void {
    const own = this.inClass && ownSeat(this.inClass.room, seat);
    if (own) {
      this.where.session?.send('raise_hand', { up: !own.hand, seat });
    }
  }

  /** The conductor's stop hand in a Beat Ring. */
  toggleStop(seat: number): void {
    const ring = this.inClass?.room.ring;
    if (ring?.phase === 'play' || ring?.phase === 'held') {
      const up = ring.phase === 'play';
      this.where.session?.send('game_move', { move: 'hand', up, seat });
    }
  }

  /** How that felt. The question goes once the answer is on its way. */
  answerMood(seat: number, mood: Mood | 'skip'): void {
    const room = this.inClass?.room;
    const own = room && ownSeat(room, seat);
    if (!room?.prompt || !own || !isAsked(room, own)) {
      return;
    }
    const prompt = room.prompt.id;
    if (this.where.session?.send('reflect', { prompt, mood, seat })) {
      this.where.store.dispatch({ kind: 'moodAnswered', prompt, seat });
    }
  }

  /** The bell of the sound check; its touch also wakes the sound. */
  ringBell(): void {
    this.deps.audio.unlock();
    this.deps.audio.ringBell();
    this.where.store.dispatch({ kind: 'bellRung' });
  }

  judgeSound(heard: boolean): void {
    const { store, session } = this.where;
    const asked = this.isChecking(); // A second touch before the answer is drawn says nothing.
    store.dispatch({ kind: 'soundJudged', heard });
    if (asked && !this.isChecking()) {
      this.memory.noteSoundChecked();
      session?.tellHeard(heard);
    }
  }

  wake(): void {
    this.deps.audio.unlock();
    this.where.session?.checkAwake();
    this.where.store.dispatch({ kind: 'wakeNeeded', wake: false });
  }

  private isChecking(): boolean {
    return (this.inClass?.check ?? null) !== null;
  }

  private get inClass(): InClass | null {
    const { state } = this.where.store;
    return state.stage === 'class' ? state : null;
  }
}

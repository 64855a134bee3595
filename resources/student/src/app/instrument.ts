import { mayPlay, notesOf, ownSeat } from '../room/room-state';
import { NoteLimiter } from '../touch/note-limiter';
import type { Player } from '../touch/player';
import type { ClassSession } from './class-session';
import type { Deps } from './deps';
import type { Store } from './store';

const kHarmonyGain = 0.55;
const kGain = 0.9;
const kVelocity = 90;

/** What one child plays: it sounds at once, and the network hears of it afterwards. */
export class Instrument implements Player {
  private readonly limiter = new NoteLimiter();
  private sequence = 0;

  constructor(
    private readonly seat: number,
    private readonly deps: Deps,
    private readonly store: Store,
    private readonly session: () => ClassSession | null,
  ) {}

  play(midi: number, touchedAt: number): boolean {
    const { state } = this.store;
    const own = state.stage === 'class' ? ownSeat(state.room, this.seat) : null;
    if (state.stage !== 'class' || state.link !== 'joined' || !own) {
      return false;
    }
    const share = mayPlay(state.room, own) ? this.limiter.admit(touchedAt) : 0;
    if (share <= 0) {
      return false;
    }
    const gain = share * (own.role === 'harmony' ? kHarmonyGain : kGain);
    // The beats of a ring have pitches, whatever else the child plays.
    this.deps.audio.playNote(midi, own.role === 'rhythm' && !state.room.ring, gain);
    const velocity = Math.max(1, Math.round(kVelocity * share));
    this.tell('play_note', { midi, velocity }, touchedAt);
    return true;
  }

  stop(midi: number, at: number): void {
    this.tell('stop_note', { midi }, at);
  }

  /** Renders these sounds ahead of the first touch. */
  prepare(): void {
    const { state } = this.store;
    const own = state.stage === 'class' ? ownSeat(state.room, this.seat) : null;
    if (state.stage !== 'class' || !own) {
      return;
    }
    const { ring } = state.room;
    const notes = ring ? ring.notes : notesOf(state.room, own.role);
    this.deps.audio.prepare(notes, own.role === 'rhythm' && !ring);
  }

  private tell(event: string, note: object, tablet: number): void {
    const session = this.session();
    const at = session?.serverMicros(tablet) ?? null;
    const { seat } = this;
    this.sequence += 1;
    session?.send(event, { ...note, seat, seq: this.sequence, ...(at === null ? {} : { at }) });
  }
}

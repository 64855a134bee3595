import { mayPlay, notesOf } from '../room/room-state';
import { NoteLimiter } from '../touch/note-limiter';
import type { Player } from '../touch/player';
import type { ClassSession } from './class-session';
import type { Deps } from './deps';
import type { Store } from './store';

const kHarmonyGain = 0.55;
const kGain = 0.9;
const kVelocity = 90;

/** What a child plays: it sounds at once, and the network hears of it afterwards. */
export class Instrument implements Player {
  private readonly limiter = new NoteLimiter();
  private sequence = 0;

  constructor(
    private readonly deps: Deps,
    private readonly store: Store,
    private readonly session: () => ClassSession | null,
  ) {}

  play(midi: number, touchedAt: number): boolean {
    const { state } = this.store;
    if (state.stage !== 'class' || state.link !== 'joined' || !mayPlay(state.room)) {
      return false;
    }
    const role = state.room.own?.role ?? 'listener';
    const share = this.limiter.admit(touchedAt);
    if (share <= 0) {
      return false;
    }
    const gain = share * (role === 'harmony' ? kHarmonyGain : kGain);
    this.deps.audio.playNote(midi, role === 'rhythm', gain);
    const velocity = Math.max(1, Math.round(kVelocity * share));
    this.tell('play_note', { midi, velocity }, touchedAt);
    return true;
  }

  stop(midi: number, at: number): void {
    this.tell('stop_note', { midi }, at);
  }

  /** Renders this role's sounds ahead of the first touch. */
  prepare(): void {
    const { state } = this.store;
    const role = state.stage === 'class' ? state.room.own?.role : undefined;
    if (state.stage === 'class' && role) {
      this.deps.audio.prepare(notesOf(state.room, role), role === 'rhythm');
    }
  }

  private tell(event: string, note: object, tablet: number): void {
    const session = this.session();
    const at = session?.serverMicros(tablet) ?? null;
    this.sequence += 1;
    session?.send(event, { ...note, seq: this.sequence, ...(at === null ? {} : { at }) });
  }
}

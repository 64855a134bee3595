import { askForSeats, claimSeat, isGone, type SeatPass } from '../room/join-api';
import type { Deps } from './deps';
import type { Wanted } from './repeat';
import type { Store } from './store';

export const kLostWatchMs = 5_000;
/** So often the room may answer before the channel, which retries more often, must have joined. */
const kPatience = 3;

export interface LostWatchListener {
  /** The room does not exist any more. */
  gone(): void;
  /** The room is there, but it does not take this tablet's pass; this one is new. */
  renewed(pass: SeatPass): void;
  /** The seat went to another tablet. */
  taken(): void;
}

/**
 * While the class is lost, asks whether its room still exists. A token that died, with its room or
 * by age, is refused before the channel could say why, and retrying with it would never end.
 */
export class LostWatch {
  private answers = 0;

  constructor(
    private readonly deps: Deps,
    private readonly store: Store,
    private readonly device: string,
    private readonly listener: LostWatchListener,
  ) {}

  /** One look; false when there is nothing more to watch. */
  async look(wanted: Wanted): Promise<boolean> {
    const pass = this.lostPass();
    if (!pass) {
      this.answers = 0;
      return this.store.state.stage === 'class';
    }
    const answer = await askForSeats(this.deps.post, pass.code, this.device);
    if (!wanted() || !this.lostPass()) {
      return true;
    }
    if (!answer.ok) {
      this.answers = 0;
      if (isGone(answer.trouble)) {
        this.listener.gone();
        return false;
      }
      return true;
    }
    this.answers += 1;
    return this.answers < kPatience ? true : this.renew(pass, wanted);
  }

  private async renew(pass: SeatPass, wanted: Wanted): Promise<boolean> {
    this.answers = 0;
    const answer = await claimSeat(this.deps.post, pass.code, this.device, pass.seat);
    if (!wanted() || !this.lostPass()) {
      return true;
    }
    if (answer.ok) {
      this.listener.renewed(answer.value);
      return false;
    }
    if (answer.trouble === 'seatTaken') {
      this.listener.taken();
      return false;
    }
    return true;
  }

  private lostPass(): SeatPass | null {
    const { state } = this.store;
    return state.stage === 'class' && state.link === 'lost' ? state.pass : null;
  }
}

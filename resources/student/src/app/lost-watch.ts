import { askToJoin, claimSeat, isGone, type OpenRoom, type SeatPass } from '../room/join-api';
import type { InClass } from './app-state';
import type { Deps } from './deps';
import type { Wanted } from './repeat';
import type { Store } from './store';

export const kLostWatchMs = 5_000;
/** So often the room may answer before the channel, which retries more often, must have joined. */
const kPatience = 3;
/** A connection gone for less than this may come back where it was. */
const kMoveAfterMs = 3_000;

export interface LostWatchListener {
  /** The room does not exist any more. */
  gone(): void;
  /** The room is there, but it does not take this tablet's pass; this one is new. */
  renewed(pass: SeatPass): void;
  /** The room holds no seat for this tablet any more. */
  taken(): void;
  /** Where the laptop said it would be; null if it said nothing. */
  movedTo(): string | null;
  /** The laptop is there; this page is left for it. */
  follow(address: string): void;
}

/**
 * While the class is lost, asks whether its room still exists. A token that died, with its room or
 * by age, is refused before the channel could say why, and retrying with it would never end. A
 * laptop that announced another address is looked for there.
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
    const lost = this.lost();
    if (!lost) {
      this.answers = 0;
      return this.store.state.stage === 'class';
    }
    const { pass } = lost;
    const answer = await askToJoin(this.deps.post, pass.code, this.device);
    if (!wanted() || !this.lost()) {
      return true;
    }
    if (answer.kind === 'failed') {
      this.answers = 0;
      if (isGone(answer.trouble)) {
        this.listener.gone();
        return false;
      }
      return answer.trouble === 'noAnswer' ? this.follow(wanted) : true;
    }
    this.answers += 1;
    if (this.answers < kPatience) {
      return true;
    }
    return this.renew(answer.kind === 'open' ? answer.room : null, pass, wanted);
  }

  /** Goes where the laptop said, if it is there: a network that is down has no page to show. */
  private async follow(wanted: Wanted): Promise<boolean> {
    const address = this.listener.movedTo();
    const lostAt = this.lost()?.lostAt ?? Infinity;
    if (address === null || this.deps.now() - lostAt < kMoveAfterMs) {
      return true;
    }
    const there = await this.deps.reaches(address);
    if (there && wanted() && this.lost()) {
      this.listener.follow(address);
    }
    return true;
  }

  /** Claims what the room holds for this tablet, which may be less or other than it had. */
  private async renew(room: OpenRoom | null, pass: SeatPass, wanted: Wanted): Promise<boolean> {
    this.answers = 0;
    const yours = room?.yours ?? [];
    const seat = yours.includes(pass.seat) ? pass.seat : yours[0];
    if (!room || seat === undefined) {
      this.listener.taken();
      return false;
    }
    const others = yours.filter((each) => each !== seat);
    const answer = await claimSeat(this.deps.post, room.code, this.device, seat, others);
    if (!wanted() || !this.lost()) {
      return true;
    }
    if (answer.kind === 'claimed') {
      this.listener.renewed(answer.pass);
      return false;
    }
    if (answer.kind === 'notAdmitted' || answer.trouble === 'seatTaken') {
      this.listener.taken();
      return false;
    }
    return true;
  }

  private lost(): InClass | null {
    const { state } = this.store;
    return state.stage === 'class' && state.link === 'lost' ? state : null;
  }
}

import { readPass, type SeatPass } from '../room/join-api';

/** The part of localStorage the page uses; private windows may refuse it. */
export interface PageStorage {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

const kPassKey = 'tutti.pass';
const kDeviceKey = 'tutti.device';
const kTabletKey = 'tutti.tablet';
const kCheckedKey = 'tutti.checked';

/** Knows what was stored also where the browser stores nothing; its storage is only the copy. */
class KeptHere implements PageStorage {
  private readonly known = new Map<string, string | null>();

  constructor(private readonly copy: PageStorage) {}

  get(key: string): string | null {
    const known = this.known.get(key);
    const value = known === undefined ? this.copy.get(key) : known;
    this.known.set(key, value);
    return value;
  }

  set(key: string, value: string): void {
    this.known.set(key, value);
    this.copy.set(key, value);
  }

  remove(key: string): void {
    this.known.set(key, null);
    this.copy.remove(key);
  }
}

/**
 * What this tablet keeps over reloads: who it is, the number on its case, and for the time of a
 * lesson its seats and that its sound was checked. Nothing else about a child is kept.
 */
export class SeatMemory {
  private readonly storage: PageStorage;

  constructor(
    storage: PageStorage,
    private readonly newDeviceId: () => string,
  ) {
    this.storage = new KeptHere(storage);
  }

  get device(): string {
    const known = this.storage.get(kDeviceKey);
    if (known) {
      return known;
    }
    const fresh = this.newDeviceId();
    this.storage.set(kDeviceKey, fresh);
    return fresh;
  }

  /**
   * A tablet that comes from another address of the laptop is the one it was there, unless it is
   * known here: anyone can write an id into an address. Says whether it is that tablet now.
   */
  adopt(device: string): boolean {
    if (!this.storage.get(kDeviceKey)) {
      this.storage.set(kDeviceKey, device);
    }
    return this.device === device;
  }

  get tablet(): number | null {
    const known = Number(this.storage.get(kTabletKey) ?? NaN);
    return Number.isInteger(known) ? known : null;
  }

  noteTablet(tablet: number | null): void {
    if (tablet !== null) {
      this.storage.set(kTabletKey, String(tablet));
    }
  }

  get soundChecked(): boolean {
    return this.storage.get(kCheckedKey) !== null;
  }

  noteSoundChecked(): void {
    this.storage.set(kCheckedKey, 'yes');
  }

  keep(pass: SeatPass): void {
    this.storage.set(kPassKey, JSON.stringify(pass));
    this.noteTablet(pass.tablet);
  }

  /** The seats are gone, but the lesson goes on. */
  forgetSeats(): void {
    this.storage.remove(kPassKey);
  }

  /** The lesson is over: what is left is the tablet itself. */
  forgetLesson(): void {
    this.forgetSeats();
    this.storage.remove(kCheckedKey);
  }

  recall(): SeatPass | null {
    try {
      return readPass(JSON.parse(this.storage.get(kPassKey) ?? 'null') as unknown);
    } catch {
      return null;
    }
  }
}

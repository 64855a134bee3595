import { readPass, type SeatPass } from '../room/join-api';

/** The part of localStorage the page uses; private windows may refuse it. */
export interface PageStorage {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

const kPassKey = 'tutti.pass';
const kDeviceKey = 'tutti.device';

/** The seat this tablet holds, kept over reloads. Nothing else about the child is kept. */
export class SeatMemory {
  constructor(
    private readonly storage: PageStorage,
    private readonly newDeviceId: () => string,
  ) {}

  get device(): string {
    const known = this.storage.get(kDeviceKey);
    if (known) {
      return known;
    }
    const fresh = this.newDeviceId();
    this.storage.set(kDeviceKey, fresh);
    return fresh;
  }

  keep(pass: SeatPass): void {
    this.storage.set(kPassKey, JSON.stringify(pass));
  }

  forget(): void {
    this.storage.remove(kPassKey);
  }

  recall(): SeatPass | null {
    try {
      return readPass(JSON.parse(this.storage.get(kPassKey) ?? 'null') as unknown);
    } catch {
      return null;
    }
  }
}

/** Thirty millimetres at 96 CSS pixels an inch. */
const kPalmPixels = 113;
const kRestMs = 1_500;
const kDebounceMs = 60;

interface Contact {
  pad: number | null;
  since: number;
  inert: boolean;
}

/**
 * Decides which contacts play. A palm, by its size or because it rests while others tap, is inert
 * until lifted; the same pad does not sound twice within 60 ms. Other fingers are never blocked.
 * Units: milliseconds, CSS pixels.
 */
export class PalmRules {
  private readonly contacts = new Map<number, Contact>();
  private readonly lastOnPad = new Map<number, number>();
  private down: ReadonlySet<number> = new Set();

  /** A contact came down or slid to a pad. Gives the pad to play, or null. */
  touch(id: number, pad: number | null, size: number, now: number): number | null {
    this.restOthers(id, now);
    const contact = this.contacts.get(id) ?? { pad: null, since: now, inert: false };
    this.contacts.set(id, contact);
    contact.inert ||= size > kPalmPixels;
    if (contact.inert || contact.pad === pad) {
      return null;
    }
    contact.pad = pad;
    contact.since = now;
    return pad !== null && this.settled(pad, now) ? pad : null;
  }

  /** Whether this contact came down on the play surface. */
  knows(id: number): boolean {
    return this.contacts.has(id);
  }

  lift(id: number): void {
    this.contacts.delete(id);
  }

  /** The pads held down by living contacts; the same set until it changes. */
  held(): ReadonlySet<number> {
    const pads = [...this.contacts.values()].flatMap(({ inert, pad }) =>
      inert || pad === null ? [] : [pad],
    );
    const down = new Set(pads);
    const same = down.size === this.down.size && pads.every((pad) => this.down.has(pad));
    this.down = same ? this.down : down;
    return this.down;
  }

  private settled(pad: number, now: number): boolean {
    const last = this.lastOnPad.get(pad) ?? -Infinity;
    if (now - last < kDebounceMs) {
      return false;
    }
    this.lastOnPad.set(pad, now);
    return true;
  }

  private restOthers(id: number, now: number): void {
    if (this.contacts.has(id)) {
      return;
    }
    for (const contact of this.contacts.values()) {
      contact.inert ||= now - contact.since > kRestMs;
    }
  }
}

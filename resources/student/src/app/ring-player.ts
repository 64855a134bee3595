import { nearestBeat, noteOf, playedBeats } from '../ring/beat-ring';
import type { RoomState } from '../room/room-state';
import type { Player } from '../touch/player';

/** The room, and the running place in its music at a time of this tablet; null without music. */
export interface RingView {
  room(): RoomState | null;
  placeAt(tablet: number): number | null;
}

/**
 * The one pad of a Beat Ring: a touch plays the nearest of the seat's own beats. It does nothing
 * while the seat rests.
 */
export class RingPlayer implements Player {
  private sounding: number | null = null;

  constructor(
    private readonly seat: number,
    private readonly view: RingView,
    private readonly instrument: Player,
  ) {}

  play(_midi: number, touchedAt: number): boolean {
    const ring = this.view.room()?.ring;
    const place = this.view.placeAt(touchedAt);
    const pulse = place === null ? null : Math.round(place); // Early by a little is meant for the next.
    const beat = ring ? nearestBeat(ring, playedBeats(ring, this.seat, pulse), place) : null;
    if (!ring || beat === null) {
      return false;
    }
    const midi = noteOf(ring, beat);
    if (this.sounding !== midi) {
      this.stop(midi, touchedAt); // Another beat's note, which no lift would end any more.
    }
    const sounds = this.instrument.play(midi, touchedAt);
    this.sounding = sounds ? midi : this.sounding;
    return sounds;
  }

  stop(_midi: number, at: number): void {
    if (this.sounding !== null) {
      this.instrument.stop(this.sounding, at);
      this.sounding = null;
    }
  }
}

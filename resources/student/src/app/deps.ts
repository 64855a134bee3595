import type { AudioEngine } from '../audio/audio-engine';
import type { PostJson } from '../room/join-api';
import type { PageStorage } from './seat-memory';

/** The outside world, as the page uses it. Times in milliseconds. */
export interface Deps {
  readonly now: () => number;
  readonly random: () => number;
  readonly after: (milliseconds: number, work: () => void) => () => void;
  readonly storage: PageStorage;
  readonly post: PostJson;
  /** The JSON at a path, or null when the laptop cannot be reached. */
  readonly get: (path: string) => Promise<unknown>;
  readonly openSocket: (path: string) => WebSocket;
  /** Whether a laptop answers at that address. */
  readonly reaches: (address: string) => Promise<boolean>;
  /** Leaves this page for another address. */
  readonly goTo: (address: string) => void;
  readonly audio: AudioEngine;
  readonly clockGrainMs: number;
}

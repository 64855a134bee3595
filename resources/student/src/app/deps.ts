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
  readonly openSocket: (path: string) => WebSocket;
  readonly audio: AudioEngine;
  readonly clockGrainMs: number;
}

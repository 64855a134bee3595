import { vi } from 'vitest';
import { AudioEngine } from '../src/audio/audio-engine';
import type { Deps } from '../src/app/deps';
import { TuttiPage } from '../src/app/tutti-page';
import type { AppState } from '../src/app/app-state';
import { installFakeAudio } from './fake-audio-context';
import { FakeSocket, installFakeSockets, lastSocket } from './fake-socket';
import { goldenNamed } from './golden-events';

export const kPass = {
  token: 't',
  clockKey: 'k',
  topic: 'realtime:music_room:LARK',
  code: 'LARK',
  seat: 3,
  seats: [3],
  avatar: 'owl',
  name: null,
  tablet: 7,
};

export const kSeats = [
  { seat: 1, avatar: 'fox', name: null, taken: true },
  { seat: 3, avatar: 'owl', name: null, taken: false },
];

/** A browser around a page: its time, its storage, and a laptop that answers as the test says. */
export class PageWorld {
  readonly stored = new Map<string, string>();
  readonly posted: {
    readonly path: string;
    readonly code: string;
    readonly with?: readonly number[];
  }[] = [];
  /** What `/health` says, how often it was asked, and whether another address answers. */
  health: unknown = { room: 'closed' };
  asked = 0;
  reachable = true;
  readonly visited: string[] = [];
  /** What the laptop answers to a post; null is silence. */
  answer: (path: string, code: string) => unknown = () => ({ seats: kSeats });
  readonly page: TuttiPage;
  hidden = false;
  private readonly listeners = new Map<string, () => void>();

  constructor() {
    vi.useFakeTimers();
    installFakeAudio();
    installFakeSockets();
    vi.stubGlobal('window', globalThis);
    vi.stubGlobal('location', { protocol: 'http:', host: 'laptop:4000' });
    const hidden = (): boolean => this.hidden;
    vi.stubGlobal('document', {
      get hidden() {
        return hidden();
      },
      addEventListener: (name: string, listener: () => void) => this.listeners.set(name, listener),
      removeEventListener: (name: string) => this.listeners.delete(name),
    });
    this.page = new TuttiPage(
      this.deps(),
      () => 'device',
      () => undefined,
    );
  }

  close(): void {
    this.page.session?.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  }

  get state(): AppState {
    return this.page.store.state;
  }

  async pass(milliseconds: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(milliseconds);
  }

  /** A tablet that is in a lesson already: with a seat, its sound checked. */
  keepPass(change: object = {}): void {
    this.stored.set('tutti.pass', JSON.stringify({ ...kPass, ...change }));
    this.stored.set('tutti.checked', 'yes');
  }

  get kept(): boolean {
    return this.stored.has('tutti.pass');
  }

  setHidden(hidden: boolean): void {
    this.hidden = hidden;
    this.listeners.get('visibilitychange')?.();
  }

  /** The room's socket opens and the laptop answers the join, with `room_state` if it is let in. */
  async letIn(refusal?: string, change: object = {}): Promise<void> {
    const socket = lastSocket('realtime');
    socket.accept();
    await this.pass(10);
    const [join, ref] = joinOf(socket);
    const answer = refusal
      ? { status: 'error', response: { reason: refusal } }
      : { status: 'ok', response: { postgres_changes: [] } };
    socket.say([join, ref, kPass.topic, 'phx_reply', answer]);
    if (!refusal) {
      const state = goldenNamed('room state in a lesson').payload as object;
      this.tell('room_state', { ...state, ...change });
    }
    await this.pass(10);
  }

  /** Says an event in the room. */
  tell(event: string, payload: unknown): void {
    const socket = lastSocket('realtime');
    const [join] = joinOf(socket);
    const message = { type: 'broadcast', event, payload };
    socket.say([join, null, kPass.topic, 'broadcast', message]);
  }

  /** The events the page sent to the room. */
  sent(): string[] {
    return this.broadcasts().map(({ event }) => event);
  }

  /** What it sent with the events of that name. */
  payloads(name: string): unknown[] {
    return this.broadcasts()
      .filter(({ event }) => event === name)
      .map(({ payload }) => payload);
  }

  private broadcasts(): readonly { readonly event: string; readonly payload: unknown }[] {
    return FakeSocket.made
      .flatMap(({ sent }) => sent)
      .map((text) => JSON.parse(text) as unknown[])
      .filter((frame) => frame[3] === 'broadcast')
      .map((frame) => frame[4] as { event: string; payload: unknown });
  }

  private deps(): Deps {
    const now = (): number => performance.now();
    return {
      now,
      random: () => 0.5,
      after: (milliseconds, work) => {
        const timer = setTimeout(work, milliseconds);
        return () => {
          clearTimeout(timer);
        };
      },
      storage: {
        get: (key) => this.stored.get(key) ?? null,
        set: (key, value) => this.stored.set(key, value),
        remove: (key) => this.stored.delete(key),
      },
      post: (path, body) => {
        const ask = body as { code: string; with?: readonly number[] };
        const others = ask.with ? { with: ask.with } : {};
        this.posted.push({ path, code: ask.code, ...others });
        return Promise.resolve(this.answer(path, ask.code));
      },
      get: () => {
        this.asked += 1;
        return Promise.resolve(this.health);
      },
      reaches: () => Promise.resolve(this.reachable),
      goTo: (address) => {
        this.visited.push(address);
      },
      openSocket: (path) => new WebSocket(path),
      audio: new AudioEngine(now, () => undefined),
      clockGrainMs: 0,
    };
  }
}

function joinOf(socket: FakeSocket): [string, string] {
  const frames = socket.sent.map((text) => JSON.parse(text) as [string, string, string, string]);
  const [join, ref] = frames.filter((frame) => frame[3] === 'phx_join').pop() ?? ['', ''];
  return [join, ref];
}

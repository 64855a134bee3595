import type { PingSample } from '../clock/two-envelopes';
import { PingSchedule } from '../clock/ping-schedule';
import { parseRoomEvent } from './parse-room-event';
import type { RoomEvent } from './room-event';
import { fieldsOf, millisecondsOf, numberOf, textOf, type Fields } from './wire';

export interface ClockChannelDeps {
  readonly now: () => number;
  readonly random: () => number;
  readonly openSocket: (path: string) => WebSocket;
  /** Calls back once after some milliseconds; the result cancels. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
}

export interface ClockChannelListener {
  /** True asks for a burst of pings. */
  pong(sample: PingSample, clockId: string): boolean;
  heard(event: RoomEvent): void;
}

const kRetryMs = 1_000;
const kOpeningMs = 5_000;
const kSilenceMs = 3_000;
/** The close code with which the server refuses a key. */
const kRefused = 1008;

/**
 * The small socket beside the room's that carries pings, the timeline and quiet, so that the clock
 * never waits behind other traffic. A refused key costs only the pushes, not the pings. A connection
 * that answers nothing for three seconds is replaced, since the network may not say that it is gone.
 */
export class ClockChannel {
  private socket: WebSocket | null = null;
  private cancel: () => void = () => undefined;
  private readonly schedule: PingSchedule;
  private number = 0;
  private keyWorks = true;
  private awake = true;
  /** When the first ping was sent that nothing came back after. */
  private waitingSince: number | null = null;

  constructor(
    private readonly key: string,
    private readonly deps: ClockChannelDeps,
    private readonly listener: ClockChannelListener,
  ) {
    this.schedule = new PingSchedule(deps.random);
  }

  open(): void {
    this.close();
    const keyed = this.keyWorks && this.key !== '';
    const socket = this.deps.openSocket(
      keyed ? `/clock?key=${encodeURIComponent(this.key)}` : '/clock',
    );
    this.socket = socket;
    socket.onopen = () => {
      this.burst();
    };
    socket.onmessage = (message: MessageEvent<unknown>) => {
      const c3 = this.deps.now();
      this.waitingSince = null;
      this.receive(message.data, c3);
    };
    socket.onclose = ({ code }) => {
      this.keyWorks &&= code !== kRefused;
      this.openAfter(kRetryMs * (0.7 + 0.6 * this.deps.random()));
    };
    this.openAfter(kOpeningMs);
  }

  /** Begins anew, key included: after the room was lost, this socket may be dead as well. */
  reopen(): void {
    this.keyWorks = true;
    this.open();
  }

  /** A hidden page does not ping. */
  setAwake(awake: boolean): void {
    this.awake = awake;
    if (awake && this.socket?.readyState === WebSocket.OPEN) {
      this.burst();
    }
  }

  close(): void {
    this.cancel();
    if (this.socket) {
      this.socket.onopen = null;
      this.socket.onmessage = null;
      this.socket.onclose = null;
      this.socket.close();
      this.socket = null;
    }
  }

  private openAfter(milliseconds: number): void {
    this.cancel();
    this.cancel = this.deps.after(milliseconds, () => {
      this.open();
    });
  }

  /** Many pings at once: after a join, a sleep or a step of the clocks. */
  private burst(): void {
    this.schedule.burst();
    this.waitingSince = null;
    this.cancel();
    this.ping();
  }

  private ping(): void {
    const now = this.deps.now();
    if (this.socket?.readyState !== WebSocket.OPEN || !this.awake) {
      return;
    }
    if (this.waitingSince !== null && now - this.waitingSince > kSilenceMs) {
      this.open();
      return;
    }
    this.waitingSince ??= now;
    this.number += 1;
    this.socket.send(JSON.stringify({ type: 'ping', n: this.number, c0: this.deps.now() }));
    this.cancel = this.deps.after(this.schedule.nextGap(), () => {
      this.ping();
    });
  }

  private receive(data: unknown, c3: number): void {
    const body = fieldsOf(parseJson(data));
    const type = textOf(body?.['type']);
    if (body && type === 'pong') {
      this.receivePong(body, c3);
    } else if (body && type !== null) {
      const event = parseRoomEvent(type, body);
      if (event) {
        this.listener.heard(event);
      }
    }
  }

  private receivePong(body: Fields, c3: number): void {
    const c0 = numberOf(body['c0']);
    const s1 = millisecondsOf(body['s1']);
    const s2 = millisecondsOf(body['s2']);
    const clockId = textOf(body['clock_id']);
    if (c0 === null || s1 === null || s2 === null || clockId === null) {
      return;
    }
    this.schedule.pace(numberOf(body['next_ms']) ?? 500);
    if (this.listener.pong({ c0, s1, s2, c3 }, clockId)) {
      this.burst();
    }
  }
}

function parseJson(data: unknown): unknown {
  try {
    return typeof data === 'string' ? (JSON.parse(data) as unknown) : null;
  } catch {
    return null;
  }
}

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

/**
 * The small socket beside the room's that carries pings, the timeline and quiet, so that the clock
 * never waits behind other traffic. A key that is no longer good costs only the pushes, not the pings.
 */
export class ClockChannel {
  private socket: WebSocket | null = null;
  private cancel: () => void = () => undefined;
  private readonly schedule: PingSchedule;
  private number = 0;
  private keyWorks = true;
  private awake = true;

  constructor(
    private readonly key: string,
    private readonly deps: ClockChannelDeps,
    private readonly listener: ClockChannelListener,
  ) {
    this.schedule = new PingSchedule(deps.random);
  }

  open(): void {
    const path =
      this.keyWorks && this.key ? `/clock?key=${encodeURIComponent(this.key)}` : '/clock';
    const socket = this.deps.openSocket(path);
    let answered = false;
    this.socket = socket;
    socket.onopen = () => {
      this.burst();
    };
    socket.onmessage = (message: MessageEvent<unknown>) => {
      const c3 = this.deps.now();
      answered = true;
      this.receive(message.data, c3);
    };
    socket.onclose = () => {
      this.cancel();
      this.keyWorks = answered || !this.keyWorks;
      this.cancel = this.deps.after(kRetryMs * (0.7 + 0.6 * this.deps.random()), () => {
        this.open();
      });
    };
  }

  /** Many pings at once: after a join, a sleep or a step of the clocks. */
  burst(): void {
    this.schedule.burst();
    this.cancel();
    this.ping();
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
      this.socket.onclose = null;
      this.socket.close();
    }
  }

  private ping(): void {
    if (this.socket?.readyState !== WebSocket.OPEN || !this.awake) {
      return;
    }
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

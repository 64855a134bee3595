import { Socket, type Channel } from 'phoenix';
import type { SeatPass } from './join-api';
import { parseRoomEvent } from './parse-room-event';
import type { RoomEvent } from './room-event';
import { fieldsOf, textOf } from './wire';

export interface RoomChannelListener {
  joined(): void;
  lost(): void;
  /** The seat is no longer ours, or its lesson is over: the token must be forgotten. */
  refusedForGood(lessonOver: boolean): void;
  heard(event: RoomEvent): void;
}

const kHeartbeatMs = 4_000;
const kJoinTimeoutMs = 5_000;
const kFirstRetryMs = 250;
const kLastRetryMs = 4_000;
const kFinal = /SeatReleased|LessonOver/;

/**
 * The seat's channel in the music room, over phoenix. Reconnects with capped, jittered waits and
 * joins again by itself. What cannot be sent now is not sent later: a stale note is worse than none.
 */
export class RoomChannel {
  private readonly socket: Socket;
  private readonly channel: Channel;

  constructor(
    pass: SeatPass,
    private listener: RoomChannelListener | null,
    random: () => number,
  ) {
    const wait = (tries: number): number =>
      Math.min(kLastRetryMs, kFirstRetryMs * 2 ** (tries - 1)) * (0.7 + 0.6 * random());
    this.socket = new Socket('/realtime/v1', {
      params: { apikey: pass.token },
      vsn: '2.0.0',
      heartbeatIntervalMs: kHeartbeatMs,
      timeout: kJoinTimeoutMs,
      reconnectAfterMs: wait,
      rejoinAfterMs: wait,
    });
    this.channel = this.socket.channel(pass.topic, {
      config: {
        broadcast: { self: false, ack: false },
        presence: { key: '', enabled: false },
        private: false,
        postgres_changes: [],
      },
      access_token: pass.token,
    });
  }

  open(): void {
    const lost = (): void => {
      this.listener?.lost();
    };
    this.socket.onClose(lost);
    this.channel.onClose(lost);
    this.channel.onError(lost); // The only word of a connection that died without a close.
    this.channel.on('broadcast', (message: unknown) => {
      this.receive(message);
    });
    this.socket.connect();
    this.channel
      .join()
      .receive('ok', () => {
        this.send('beats', { on: false }); // The page counts beats itself, from the timeline.
        this.listener?.joined();
      })
      .receive('error', (answer: unknown) => {
        this.refused(answer);
      });
  }

  /** Sends unless the connection is down; says whether it did. */
  send(event: string, payload: object): boolean {
    if (!this.socket.isConnected() || this.channel.state !== 'joined') {
      return false;
    }
    this.channel.push('broadcast', { type: 'broadcast', event, payload });
    return true;
  }

  close(): void {
    this.listener = null;
    this.channel.leave();
    this.socket.disconnect();
  }

  private receive(message: unknown): void {
    const fields = fieldsOf(message);
    const event = parseRoomEvent(textOf(fields?.['event']) ?? '', fields?.['payload']);
    if (event) {
      this.listener?.heard(event);
    }
  }

  private refused(answer: unknown): void {
    const reason = textOf(fieldsOf(answer)?.['reason']) ?? '';
    if (kFinal.test(reason)) {
      this.listener?.refusedForGood(/LessonOver/.test(reason));
    } else {
      this.listener?.lost();
    }
  }
}

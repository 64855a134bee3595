import { vi } from 'vitest';

/** A WebSocket whose other end is the test. */
export class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static made: FakeSocket[] = [];

  readonly sent: string[] = [];
  readyState = FakeSocket.CONNECTING;
  binaryType = 'blob';
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: unknown }) => void) | null = null;
  onerror: ((error: unknown) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(readonly url: string) {
    FakeSocket.made.push(this);
  }

  /** Closed by the page: the other end may never say so. */
  close(): void {
    this.readyState = FakeSocket.CLOSING;
  }

  send(text: string): void {
    this.sent.push(text);
  }

  accept(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }

  say(message: unknown): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  /** Closed by the server or the network. */
  drop(code = 1006): void {
    this.readyState = FakeSocket.CLOSED;
    this.onclose?.({ code });
  }
}

/** Makes `new WebSocket` give fakes; the test finds them in `FakeSocket.made`. */
export function installFakeSockets(): void {
  FakeSocket.made = [];
  vi.stubGlobal('WebSocket', FakeSocket);
}

/** The socket made last whose address contains a text. */
export function lastSocket(part = ''): FakeSocket {
  const socket = socketsTo(part).pop();
  if (!socket) {
    throw new Error(`No socket to ${part}`);
  }
  return socket;
}

export function socketsTo(part: string): FakeSocket[] {
  return FakeSocket.made.filter(({ url }) => url.includes(part));
}

import TickWorker from './tick-worker?worker';

const kTickMs = 25;
const kHalfTickMs = kTickMs / 2;

/**
 * Calls back every 25 ms. A worker keeps time when the page's own timers are slowed down, the
 * page's timer keeps it when the worker is; whichever comes first does the work.
 */
export class Ticker {
  private worker: Worker | null = null;
  private timer = 0;
  private last = 0;

  constructor(
    private readonly now: () => number,
    private readonly work: () => void,
  ) {}

  start(): void {
    try {
      this.worker = new TickWorker();
      this.worker.onmessage = this.tick;
    } catch {
      this.worker = null; // No workers here: the page's timer alone has to do.
    }
    this.timer = window.setInterval(this.tick, kTickMs);
  }

  stop(): void {
    this.worker?.terminate();
    window.clearInterval(this.timer);
  }

  private readonly tick = (): void => {
    const now = this.now();
    if (now - this.last >= kHalfTickMs) {
      this.last = now;
      this.work();
    }
  };
}

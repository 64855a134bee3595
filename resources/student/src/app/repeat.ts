/** Says whether the repetition that asked is still wanted. */
export type Wanted = () => boolean;

/** How long to wait before the work is done again, by how often it was done. */
export type Pause = (times: number) => number;

/** Work that failed is due again. */
async function again(work: (wanted: Wanted) => Promise<boolean>, wanted: Wanted): Promise<boolean> {
  try {
    return await work(wanted);
  } catch {
    return true;
  }
}

/** Something done again and again, until it says that it is finished or another takes its place. */
export class Repeat {
  private run = 0;
  private cancel: () => void = () => undefined;

  constructor(private readonly after: (milliseconds: number, work: () => void) => () => void) {}

  /** Does the work after each pause, one at a time, for as long as it answers true. */
  start(pauseMs: number | Pause, work: (wanted: Wanted) => Promise<boolean>): void {
    this.stop();
    const { run } = this;
    const wanted = (): boolean => run === this.run;
    const pause = (times: number): void => {
      const milliseconds = typeof pauseMs === 'number' ? pauseMs : pauseMs(times);
      this.cancel = this.after(milliseconds, () => {
        void again(work, wanted).then((due) => {
          if (due && wanted()) {
            pause(times + 1);
          }
        });
      });
    };
    pause(0);
  }

  stop(): void {
    this.run += 1;
    this.cancel();
  }
}

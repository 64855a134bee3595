/** Says whether the repetition that asked is still wanted. */
export type Wanted = () => boolean;

/** Something done again and again, until it says that it is finished or another takes its place. */
export class Repeat {
  private run = 0;
  private cancel: () => void = () => undefined;

  constructor(private readonly after: (milliseconds: number, work: () => void) => () => void) {}

  /** Does the work after each pause, one at a time, for as long as it answers true. */
  start(pauseMs: number, work: (wanted: Wanted) => Promise<boolean>): void {
    this.stop();
    const { run } = this;
    const wanted = (): boolean => run === this.run;
    const pause = (): void => {
      this.cancel = this.after(pauseMs, () => {
        void work(wanted).then((again) => {
          if (again && wanted()) {
            pause();
          }
        });
      });
    };
    pause();
  }

  stop(): void {
    this.run += 1;
    this.cancel();
  }
}

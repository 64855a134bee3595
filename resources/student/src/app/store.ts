import type { AppEvent } from './app-event';
import { kAtTheDoor, type AppState } from './app-state';
import { evolveApp } from './evolve-app';

/** Holds the one state of the page and tells one listener when it was replaced. */
export class Store {
  private current: AppState = kAtTheDoor;
  private listener: () => void = () => undefined;

  get state(): AppState {
    return this.current;
  }

  dispatch(event: AppEvent): void {
    const next = evolveApp(this.current, event);
    if (next !== this.current) {
      this.current = next;
      this.listener();
    }
  }

  onChange(listener: () => void): void {
    this.listener = listener;
  }
}

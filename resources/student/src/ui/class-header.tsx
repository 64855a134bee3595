import type { JSX } from 'preact';
import type { AppState } from '../app/app-state';
import type { TuttiPage } from '../app/tutti-page';
import { en } from '../strings/en';
import { BeatDots } from './beat-dots';
import { HandIcon } from './icons';
import { Avatar } from './picture';

export type InClass = Extract<AppState, { stage: 'class' }>;

export interface ClassScreenProps {
  readonly page: TuttiPage;
  readonly state: InClass;
}

/** What this child is called on screen: the first name if the class shows names, else nothing. */
export function ownName(state: InClass): string | null {
  return state.room.own?.name ?? state.pass.name;
}

/** The band above every class screen: who I am, the beat, my hand. */
export function ClassHeader({ page, state }: ClassScreenProps): JSX.Element {
  const own = state.room.own;
  const up = own?.hand === true;
  return (
    <header class="class-header">
      <div class="me">
        <Avatar avatar={own?.avatar ?? state.pass.avatar} size="small framed" />
        <span class="my-name">{ownName(state)}</span>
      </div>
      <BeatDots timeline={state.room.timeline} serverNow={() => page.serverNow()} />
      <button
        type="button"
        class={up ? 'hand up' : 'hand'}
        aria-label={up ? en.lowerHand : en.raiseHand}
        aria-pressed={up}
        onClick={() => {
          page.toggleHand();
        }}
      >
        <HandIcon />
      </button>
    </header>
  );
}

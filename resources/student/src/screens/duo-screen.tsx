import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { InClass } from '../app/app-state';
import type { TuttiPage } from '../app/tutti-page';
import { en } from '../strings/en';
import type { Half } from '../touch/half';
import { TurnIcon } from '../ui/icons';
import { SeatView } from './seat-view';

const kHalves: readonly Half[] = ['left', 'right'];

/** Two children at one tablet: a half each, and a gutter between them that nobody plays. */
export function DuoScreen(props: {
  readonly page: TuttiPage;
  readonly state: InClass;
}): JSX.Element {
  const { page, state } = props;
  const [faceToFace, setFaceToFace] = useState(false);
  return (
    <main class={faceToFace ? 'screen duo face-to-face' : 'screen duo'}>
      {kHalves.map((half, index) => {
        const own = state.room.own[index];
        return (
          <div key={half} class={`half ${half}`}>
            {own && <SeatView page={page} state={state} own={own} half={half} />}
          </div>
        );
      })}
      <div class="gutter">
        <button
          type="button"
          class="turn"
          aria-label={faceToFace ? en.sideBySide : en.faceToFace}
          aria-pressed={faceToFace}
          onClick={() => {
            setFaceToFace(!faceToFace);
          }}
        >
          <TurnIcon />
        </button>
        {state.pass.tablet !== null && (
          <span class="tablet-number" role="img" aria-label={en.tablet(state.pass.tablet)}>
            {state.pass.tablet}
          </span>
        )}
      </div>
    </main>
  );
}

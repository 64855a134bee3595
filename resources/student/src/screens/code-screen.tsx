import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { kCodeLength, type AppState } from '../app/app-state';
import type { TuttiPage } from '../app/tutti-page';
import { en } from '../strings/en';
import { DoorIcon, EraseIcon } from '../ui/icons';

const kLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** The code pad: four boxes and the alphabet. */
export function CodeScreen(props: {
  readonly page: TuttiPage;
  readonly state: Extract<AppState, { stage: 'code' }>;
}): JSX.Element {
  const { page, state } = props;
  useKeyboard(page);
  const boxes = Array.from({ length: kCodeLength }, (_, index) => state.letters.charAt(index));
  return (
    <main class="screen code">
      <h1 class="door">
        <DoorIcon />
        <span class="only-read">{en.typeCode}</span>
      </h1>
      <div
        class={state.trouble ? 'boxes shake' : 'boxes'}
        role="img"
        aria-label={en.codeSoFar(state.letters)}
      >
        {boxes.map((letter, index) => (
          <span key={index} class={index === state.letters.length ? 'box next' : 'box'}>
            {letter}
          </span>
        ))}
      </div>
      <p class="trouble" role="status">
        {state.trouble ? en[state.trouble] : ''}
      </p>
      <LetterKeys page={page} />
    </main>
  );
}

function LetterKeys({ page }: { readonly page: TuttiPage }): JSX.Element {
  return (
    <div class="keys">
      {kLetters.map((letter) => (
        <button
          key={letter}
          type="button"
          class="key"
          aria-label={en.letter(letter)}
          onClick={() => {
            page.typeLetter(letter);
          }}
        >
          {letter}
        </button>
      ))}
      <button
        type="button"
        class="key"
        aria-label={en.eraseLetter}
        onClick={() => {
          page.eraseLetter();
        }}
      >
        <EraseIcon />
      </button>
    </div>
  );
}

function useKeyboard(page: TuttiPage): void {
  useEffect(() => {
    const keyDown = (event: KeyboardEvent): void => {
      if (/^[a-z]$/i.test(event.key) && !event.ctrlKey && !event.metaKey) {
        page.typeLetter(event.key.toUpperCase());
      } else if (event.key === 'Backspace') {
        page.eraseLetter();
      }
    };
    window.addEventListener('keydown', keyDown);
    return () => {
      window.removeEventListener('keydown', keyDown);
    };
  }, [page]);
}

import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { kMoods, type Mood } from '../app/players';
import { en } from '../strings/en';
import { ArrowIcon, CheckIcon } from '../ui/icons';
import { Avatar, Drawing } from '../ui/picture';
import { moodDrawing } from '../ui/pictures';
import { SayButton } from '../ui/say-button';
import { SeatScreen, type SeatScreenProps } from '../ui/seat-screen';

/** "How did that feel?": six faces, and an arrow for a child that would rather not say. */
export function MoodScreen({ page, own, half }: SeatScreenProps): JSX.Element {
  const [mood, setMood] = useState<Mood | null>(null);
  return (
    <SeatScreen half={half} look="mood">
      <div class="mood-title">
        <h1 class="title">{en.howFelt}</h1>
        <SayButton text={en.howFelt} />
      </div>
      <Faces mood={mood} onPick={setMood} />
      <div class="mood-foot">
        <button
          type="button"
          class="skip"
          aria-label={en.skip}
          onClick={() => {
            page.players.answerMood(own.seat, 'skip');
          }}
        >
          <ArrowIcon />
        </button>
        <Avatar avatar={own.avatar} size="asked" />
        <button
          type="button"
          class="go answer"
          aria-label={en.done}
          disabled={mood === null}
          onClick={() => {
            if (mood !== null) {
              page.players.answerMood(own.seat, mood);
            }
          }}
        >
          <CheckIcon />
        </button>
      </div>
    </SeatScreen>
  );
}

/** A radio group: one face is chosen, arrow keys go round. */
function Faces(props: {
  readonly mood: Mood | null;
  readonly onPick: (mood: Mood) => void;
}): JSX.Element {
  const { mood, onPick } = props;
  const group = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent): void => {
    const next = moodAfterKey(event.key, mood);
    if (next !== null) {
      event.preventDefault();
      onPick(next);
      group.current?.querySelectorAll('button')[kMoods.indexOf(next)]?.focus();
    }
  };
  return (
    <div class="faces" role="radiogroup" aria-label={en.howFelt} ref={group} onKeyDown={step}>
      {kMoods.map((each, index) => (
        <button
          key={each}
          type="button"
          role="radio"
          class={each === mood ? 'face picked' : 'face'}
          aria-checked={each === mood}
          tabIndex={each === mood || (mood === null && index === 0) ? 0 : -1}
          data-mood={each}
          onClick={() => {
            onPick(each);
          }}
        >
          <Drawing svg={moodDrawing(each)} className="face-picture" />
          <span class="face-name">{en.moods[each]}</span>
          {each === mood && (
            <span class="tick">
              <CheckIcon />
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

/** The face an arrow key leads to; null for other keys. */
export function moodAfterKey(key: string, mood: Mood | null): Mood | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowDown: 1,
    ArrowLeft: -1,
    ArrowUp: -1,
  };
  const step = steps[key];
  if (step === undefined) {
    return null;
  }
  const from = mood === null ? (step > 0 ? -1 : 0) : kMoods.indexOf(mood);
  return kMoods[(from + step + kMoods.length) % kMoods.length] ?? null;
}

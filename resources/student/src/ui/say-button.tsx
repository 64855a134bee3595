import type { JSX } from 'preact';
import { en } from '../strings/en';
import { SpeakerIcon } from './icons';

/** Reads a text aloud, where the tablet can speak. */
export function SayButton({ text }: { readonly text: string }): JSX.Element | null {
  if (typeof speechSynthesis === 'undefined') {
    return null;
  }
  return (
    <button
      type="button"
      class="say"
      aria-label={en.readAloud(text)}
      onClick={() => {
        const words = new SpeechSynthesisUtterance(text);
        words.lang = en.language;
        speechSynthesis.cancel();
        speechSynthesis.speak(words);
      }}
    >
      <SpeakerIcon />
    </button>
  );
}

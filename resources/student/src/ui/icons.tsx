import type { JSX } from 'preact';

/** Line icons on a 24 grid, drawn with the colour of the text around them. */
function icon(paths: readonly string[]): () => JSX.Element {
  return () => (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

export const HandIcon = icon([
  'M7.5 12.5V6a1.6 1.6 0 0 1 3.2 0v5',
  'M10.7 11V4.2a1.6 1.6 0 0 1 3.2 0V11',
  'M13.9 11V5.6a1.6 1.6 0 0 1 3.2 0v5.9',
  'M17.1 11.5V8.4a1.6 1.6 0 0 1 3.2 0v6.1c0 4.1-2.9 7-7 7-3.4 0-4.9-1.2-6.6-3.6l-3-4.2c-1.2-1.9 1.1-3.7 2.6-2.1l1.2 1.4',
]);
export const CheckIcon = icon(['M4 12.5 9.5 18 20 6.5']);
export const EraseIcon = icon([
  'M9 5h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H9l-6-7z',
  'M11.5 9.5l5 5',
  'M16.5 9.5l-5 5',
]);
export const DoorIcon = icon([
  'M2.5 21h19',
  'M6 21V4.8A1.3 1.3 0 0 1 7.3 3.5H11',
  'M11 21.8V2.6l7.3 1.3A1.3 1.3 0 0 1 19.5 5.2V21',
  'M14.8 11.8v.01',
]);
export const EarIcon = icon([
  'M6 8.5a6.5 6.5 0 1 1 13 0c0 6-6 6-6 10a3.5 3.5 0 1 1-7 0',
  'M15 8.5a2.5 2.5 0 0 0-5 0v1a2 2 0 1 1 0 4',
]);
export const OfflineIcon = icon([
  'M3 3l18 18',
  'M12 20v.01',
  'M8.5 16.4a5 5 0 0 1 7 0',
  'M5 12.9a10 10 0 0 1 5.2-2.7',
  'M19 12.9a10 10 0 0 0-2-1.5',
  'M2 8.8a15 15 0 0 1 4.2-2.6',
  'M22 8.8A15 15 0 0 0 10.7 5',
]);
export const NoteIcon = icon([
  'M9 18V5l11-2v13',
  'M9 18a3 3 0 1 1-6 0 3 3 0 0 1 6 0z',
  'M20 16a3 3 0 1 1-6 0 3 3 0 0 1 6 0z',
]);
export const PlayIcon = icon(['M7 4.5v15l12-7.5z']);
export const ArrowIcon = icon(['M4 12h16', 'M13 5l7 7-7 7']);
export const MoonIcon = icon(['M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z']);
export const BackIcon = icon(['M20 12H4', 'M11 5l-7 7 7 7']);
export const PlusIcon = icon(['M12 5v14', 'M5 12h14']);
export const TurnIcon = icon(['M8 4v16', 'M8 4 4.5 8', 'M16 20V4', 'M16 20l3.5-4']);
export const SpeakerIcon = icon([
  'M11 5 6.5 9H3v6h3.5L11 19z',
  'M14.5 9.5a3.5 3.5 0 0 1 0 5',
  'M17.5 6.5a8 8 0 0 1 0 11',
]);
export const SingleNoteIcon = icon(['M8 18V4l6 5', 'M8 18a3 3 0 1 1-6 0 3 3 0 0 1 6 0z']);

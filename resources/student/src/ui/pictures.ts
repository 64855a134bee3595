// The drawings are small and very alike, so they travel inside the script: one request, and a
// friend's picture is there the moment a note arrives.
const kAvatars = import.meta.glob<string>('../../../icons/avatars/*.svg', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const kDrums = import.meta.glob<string>('../../../icons/drums/*.svg', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const kNotes = import.meta.glob<string>('../../../icons/notes/*.svg', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const kMoods = import.meta.glob<string>('../../../icons/moods/*.svg', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const kTile = /<rect width="24"[^>]*\/>/;
const kDrumNames: Readonly<Record<number, string>> = {
  36: 'drum',
  38: 'snare',
  70: 'shaker',
  81: 'triangle',
};

export function avatarDrawing(avatar: string): string {
  return kAvatars[`../../../icons/avatars/avatar-${avatar}.svg`] ?? '';
}

/** The fox with closed eyes. */
export function sleepingFox(): string {
  return avatarDrawing('fox').replace(
    /<circle cx="(\d+)" cy="35" r="2.7"[^>]*\/>/g,
    (_eye, x: string) =>
      `<path d="M${Number(x) - 4} 34q4 4 8 0" fill="none" stroke="#2A2320" stroke-width="1.8" stroke-linecap="round"/>`,
  );
}

export function drumDrawing(midi: number): string {
  return kDrums[`../../../icons/drums/drum-${kDrumNames[midi] ?? 'drum'}.svg`] ?? '';
}

export function moodDrawing(mood: string): string {
  return kMoods[`../../../icons/moods/mood-${mood}.svg`] ?? '';
}

/** The shape of a note without its coloured tile. */
export function noteShape(letter: string, high: boolean): string {
  const name = high && letter === 'C' ? 'C-high' : letter;
  return (kNotes[`../../../icons/notes/note-${name}.svg`] ?? '').replace(kTile, '');
}

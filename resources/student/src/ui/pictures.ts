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

export function drumDrawing(midi: number): string {
  return kDrums[`../../../icons/drums/drum-${kDrumNames[midi] ?? 'drum'}.svg`] ?? '';
}

/** The shape of a note without its coloured tile. */
export function noteShape(letter: string, high: boolean): string {
  const name = high && letter === 'C' ? 'C-high' : letter;
  return (kNotes[`../../../icons/notes/note-${name}.svg`] ?? '').replace(kTile, '');
}

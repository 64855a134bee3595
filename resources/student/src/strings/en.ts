/** Every word the page shows or tells a screen reader. */
export const en = {
  language: 'en',
  title: 'Tutti',
  typeCode: 'Type the letters from the board',
  letter: (letter: string) => `Letter ${letter}`,
  eraseLetter: 'Erase the last letter',
  codeSoFar: (letters: string) => `Code so far: ${letters}`,
  wrongCode: 'Look at the board and try again.',
  slowDown: 'Wait a moment, then try again.',
  roomClosed: 'The lesson is over. Ask your teacher.',
  noAnswer: 'No answer from the laptop. Ask your teacher.',
  seatTaken: 'This one is taken. Ask your teacher.',
  whoAreYou: 'Who are you?',
  iAm: (name: string) => `I’m ${name}`,
  taken: (name: string) => `${name}, taken`,
  raiseHand: 'Raise your hand',
  lowerHand: 'Lower your hand',
  waitForMusic: 'Wait for the music',
  listen: 'Listen',
  finding: 'Finding your class…',
  stillHere: 'Still here? Show your teacher.',
  room: 'Room',
  tapToPlay: 'Tap to play',
  bye: 'Bye!',
  xylophone: 'Xylophone',
  drums: 'Drums',
  bar: (note: string, place: number, of: number) => `Xylophone, ${note}, bar ${place} of ${of}`,
  pad: (name: string, place: number, of: number) => `${name}, pad ${place} of ${of}`,
  high: (note: string) => `high ${note}`,
  percussion: {
    36: 'Drum',
    38: 'Snare',
    70: 'Shaker',
    81: 'Triangle',
  } as Readonly<Record<number, string>>,
  sharp: (letter: string) => `${letter}♯`,
  animal: (avatar: string) =>
    avatar.startsWith('hat-') ? `${capital(avatar.slice(4))} with a hat` : capital(avatar),
};

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

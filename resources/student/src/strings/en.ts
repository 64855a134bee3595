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
  weAre: (one: string, other: string) => `We’re ${one} and ${other}`,
  addFriend: 'A friend plays on this tablet too',
  alone: 'Only one child plays on this tablet',
  back: 'Back',
  teacherOpens: 'Your teacher opens',
  tablet: (number: number) => `Tablet ${number}`,
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
  soundcheck: 'Can you hear the bell?',
  ringBell: 'Ring the bell',
  heardIt: 'I heard it',
  heardNothing: 'I heard nothing',
  louder: 'Press the key that makes it louder, then ring the bell again.',
  howFelt: 'How did that feel?',
  moods: {
    excited: 'Excited',
    happy: 'Happy',
    calm: 'Calm',
    worried: 'Worried',
    sad: 'Sad',
    mad: 'Mad',
  },
  skip: 'Skip',
  done: 'Done',
  readAloud: (text: string) => `Read aloud: ${text}`,
  half: (left: boolean) => (left ? 'Left side' : 'Right side'),
  faceToFace: 'Sit face to face',
  sideBySide: 'Sit side by side',
  beatRing: 'Beat Ring',
  ringPad: (own: readonly number[], of: number, plays: boolean) =>
    own.length === 0
      ? 'Beat Ring, listen'
      : `Beat Ring, your ${beats(own)} of ${of}, ${plays ? 'play' : 'listen'}`,
  /** What stands before and after the number of bars. */
  ringHeld: (bars: number): readonly [string, string] => [
    'Our ring held',
    bars === 1 ? 'bar' : 'bars',
  ],
  stopRing: 'Stop the ring',
  letGo: 'Let the ring go on',
  yourBeat: (own: readonly number[]) =>
    own.length === 1
      ? `Your beat is now ${own.join()}.`
      : `Your beats are now ${own.join(' and ')}.`,
  yourRole: (role: string) => `You are ${role} now.`,
  youListen: 'You listen now.',
  youPlay: 'You play now.',
  to: (who: string, text: string) => `${who}: ${text}`,
  roles: {
    conductor: 'Conductor',
    melody: 'Melody',
    harmony: 'Harmony',
    bass: 'Bass',
    rhythm: 'Rhythm',
    listener: 'Listener',
  },
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

function beats(own: readonly number[]): string {
  return own.length === 1 ? `beat ${own.join()}` : `beats ${own.join(' and ')}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

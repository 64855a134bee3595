// What the servers are put through: the load generator's options, and how long one run may take at most.
const kSeconds = { full: 8, quick: 4 };
const kSlowSeconds = { full: 20, quick: 12 };

const jam = (players, rate, seconds, more = {}) => ({
  scenario: 'jam',
  n: players,
  rate,
  secs: seconds,
  ...more,
});

/** Kind `notes` has the figures of played notes, `slow`, `joins` and `beats` those of their own. */
const kScenarios = {
  one2one: {
    title: '1 sender, 1 receiver, 50 notes/s',
    kind: 'notes',
    load: (length) => jam(2, 50, kSeconds[length], { senders: 1 }),
  },
  jam30: {
    title: '30 students × 8 notes/s',
    kind: 'notes',
    load: (length) => jam(30, 8, kSeconds[length]),
  },
  jam100: {
    title: '100 students × 8 notes/s',
    kind: 'notes',
    load: (length) => jam(100, 8, kSeconds[length]),
  },
  slow: {
    title: '30 students × 8 notes/s of 1.5 kB, and 5 clients that stop reading',
    kind: 'slow',
    load: (length) =>
      jam(30, 8, kSlowSeconds[length], {
        scenario: 'slow',
        slow: 5,
        pad: 1500,
        'connect-burst': 8,
      }),
  },
  joinstorm: {
    title: '500 clients connect and join at once',
    kind: 'joins',
    load: () => ({ scenario: 'joinstorm', n: 500 }),
  },
  rooms: {
    title: '10 rooms × 30 students × 8 notes/s',
    kind: 'notes',
    load: (length) => jam(30, 8, kSeconds[length], { rooms: 10 }),
  },
  beats: {
    title: '30 listeners to beats at 120 a minute',
    kind: 'beats',
    load: (length) => ({ scenario: 'beats', n: 30, bpm: 120, secs: kSlowSeconds[length] }),
  },
};

export const kAllScenarios = Object.keys(kScenarios);
export const kUsualScenarios = ['one2one', 'jam30', 'jam100', 'slow', 'joinstorm'];
export const kLongestRunMs = 90_000;

export const titleOf = (name) => kScenarios[name].title;
export const kindOf = (name) => kScenarios[name].kind;

export function loadOf(name, quick) {
  const options = kScenarios[name].load(quick ? 'quick' : 'full');
  return Object.entries(options).flatMap(([option, value]) => [`--${option}`, `${value}`]);
}

// The command line of run-bench.
import { kAllScenarios, kUsualScenarios } from './scenarios.mjs';
import { kServerNames } from './servers.mjs';
import { kTutti } from './places.mjs';

export const kUsage = `usage: run-bench [options]
  --quick            one repetition, shorter runs
  --only NAMES       only these of ${kServerNames.join(',')}
  --scenarios NAMES  of ${kAllScenarios.join(',')}
                     (without it ${kUsualScenarios.join(',')})
  --reps N           repetitions, 1 to 9 (3; with --quick 1)
  --tutti PATH       the tutti to measure (build/release/tutti)
  --selfcheck        only see whether the load generator counts right
  --help             print this`;

/** A wrong command line; the message is a sentence for the person who typed it. */
export class UsageError extends Error {}

function namesOf(text, known) {
  const names = text.split(',').filter(Boolean);
  const wrong = names.filter((name) => !known.includes(name));
  if (names.length === 0 || wrong.length > 0)
    throw new UsageError(`"${wrong.join(',')}" is none of ${known.join(',')}`);
  return known.filter((name) => names.includes(name));
}

function repetitions(text) {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 9)
    throw new UsageError('--reps is a whole number from 1 to 9');
  return count;
}

export function parseOptions(words) {
  const options = { quick: false, selfcheck: false, help: false, tutti: kTutti, reps: null };
  options.servers = kServerNames;
  options.scenarios = kUsualScenarios;
  const withValue = {
    '--only': (text) => (options.servers = namesOf(text, kServerNames)),
    '--scenarios': (text) => (options.scenarios = namesOf(text, kAllScenarios)),
    '--reps': (text) => (options.reps = repetitions(text)),
    '--tutti': (text) => (options.tutti = text),
  };
  const rest = [...words];
  while (rest.length > 0) {
    const word = rest.shift();
    if (['--quick', '--selfcheck', '--help'].includes(word)) options[word.slice(2)] = true;
    else if (!(word in withValue)) throw new UsageError(`unknown option ${word}`);
    else if (rest.length === 0) throw new UsageError(`${word} needs a value`);
    else withValue[word](rest.shift());
  }
  options.reps ??= options.quick ? 1 : 3;
  return options;
}

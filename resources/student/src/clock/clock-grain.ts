const kSteps = 5;
const kLongEnoughMs = 8;
const kMaxReads = 2_000_000;
const kLeapMs = 20;

/**
 * The smallest step of a clock in ms, seen by reading it until it moved a few times; 0 if it only
 * leaps. Some browsers show whole milliseconds only, which is many readings without a move.
 */
export function clockGrain(now: () => number): number {
  const first = now();
  let smallest = Infinity;
  let last = first;
  let steps = 0;
  for (let read = 0; read < kMaxReads && steps < kSteps; read += 1) {
    const current = now();
    if (current > last) {
      smallest = Math.min(smallest, current - last);
      last = current;
      steps += 1;
    }
    if (current - first >= kLongEnoughMs) {
      break;
    }
  }
  return smallest > kLeapMs ? 0 : smallest;
}

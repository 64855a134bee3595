/** The smallest step of a clock, seen by reading it until it moved a few times; 0 if it is too fine to see. */
export function clockGrain(now: () => number, maxReads = 20_000): number {
  let smallest = Infinity;
  let last = now();
  let steps = 0;
  for (let read = 0; read < maxReads && steps < 5; read += 1) {
    const current = now();
    if (current > last) {
      smallest = Math.min(smallest, current - last);
      last = current;
      steps += 1;
    }
  }
  return smallest > 20 ? 0 : smallest;
}

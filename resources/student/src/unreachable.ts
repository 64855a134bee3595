/** The end of a switch over a tagged union: reached only if a case was forgotten, which does not compile. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected: ${JSON.stringify(value)}`);
}

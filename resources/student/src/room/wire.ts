/** Reading values of unknown shape, as they come off a socket. */
export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : null;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function numbersOf(value: unknown): readonly number[] {
  return listOf(value).filter((each): each is number => numberOf(each) !== null);
}

/** Microseconds of server time on the wire are milliseconds in the page. */
export function millisecondsOf(value: unknown): number | null {
  const micros = numberOf(value);
  return micros === null ? null : micros / 1000;
}

/** Maps each readable entry and leaves out the others. */
export function eachOf<T>(value: unknown, read: (fields: Fields) => T | null): readonly T[] {
  return listOf(value).flatMap((entry) => {
    const fields = fieldsOf(entry);
    const parsed = fields && read(fields);
    return parsed === null ? [] : [parsed];
  });
}

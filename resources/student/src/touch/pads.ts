/** The pad an element belongs to: `data-pad` numbers them. */
export function padOf(element: Element | null): number | null {
  const pad = element?.closest<HTMLElement>('[data-pad]')?.dataset['pad'];
  return pad === undefined ? null : Number(pad);
}

export function padUnder(x: number, y: number): number | null {
  return padOf(document.elementFromPoint(x, y));
}

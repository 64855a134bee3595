/** The pad an element belongs to, if it is one of this surface: `data-pad` numbers them. */
export function padOf(element: Element | null, surface: Element): number | null {
  const owner = element?.closest<HTMLElement>('[data-pad]');
  return owner && surface.contains(owner) ? Number(owner.dataset['pad']) : null;
}

/** The pad at a place of the screen. A finger that slid to another child's half is over none. */
export function padUnder(x: number, y: number, surface: Element): number | null {
  return padOf(document.elementFromPoint(x, y), surface);
}

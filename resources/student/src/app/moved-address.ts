/**
 * Where to go when the laptop has another address: its join address, and this tablet's id with it,
 * because storage belongs to an address. Null for what is no address of a page.
 */
export function movedAddress(url: string, device: string): string | null {
  try {
    const address = new URL(url);
    if (address.protocol !== 'http:' && address.protocol !== 'https:') {
      return null;
    }
    address.hash = `d=${device}`;
    return address.href;
  } catch {
    return null;
  }
}

/** The id a tablet brought along from another address of the laptop. */
export function deviceOfAddress(hash: string): string | null {
  return /^#d=([0-9a-f]{32})$/.exec(hash)?.[1] ?? null;
}

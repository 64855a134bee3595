/** The room code a QR code put into the address: `/?c=LARK`, `/?code=LARK` or `/#LARK`. */
export function codeOfAddress(search: string, hash: string): string | null {
  const query = new URLSearchParams(search);
  const code = query.get('c') ?? query.get('code') ?? hash.replace(/^#/, '');
  return /^[A-Za-z]{4}$/.test(code) ? code.toUpperCase() : null;
}

import type { Plugin } from 'vite';

/** Fails the build when the page, fonts apart, is heavier on the wire than a class can load at once. */
export function wireBudget(limitBytes: number): Plugin {
  return {
    name: 'tutti-wire-budget',
    generateBundle(_options, bundle) {
      let total = 0;
      for (const file of Object.values(bundle)) {
        total += Buffer.byteLength(file.type === 'chunk' ? file.code : file.source);
      }
      if (total > limitBytes) {
        this.error(`The page is ${total} bytes, more than its budget of ${limitBytes}.`);
      }
    },
  };
}

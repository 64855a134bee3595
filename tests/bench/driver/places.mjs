// Where things are. All that is built, installed or written goes below build/bench.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const kSource = dirname(dirname(fileURLToPath(import.meta.url)));
export const kRoot = dirname(dirname(kSource));
export const kBuild = join(kRoot, 'build', 'bench');
export const kPeers = join(kBuild, 'peers');
export const kResults = join(kBuild, 'results');
export const kTutti = join(kRoot, 'build', 'release', 'tutti');

/** The text without this machine's paths, which come with error messages. */
export const withoutPaths = (text) => text.replaceAll(`${kRoot}/`, '');

// The project's own files, as the rules see them: {path, text} with paths from the project root.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const kNotOurs = new Set(['.git', 'build', 'node_modules', 'dist', '.cache']);

function* walk(root, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (kNotOurs.has(entry.name)) continue;
    if (entry.isDirectory()) yield* walk(root, path);
    else if (entry.isFile())
      yield { path: relative(root, path).split(sep).join('/'), bytes: readFileSync(path) };
  }
}

export function readTree(root) {
  return [...walk(root, root)]
    .map(({ path, bytes }) => ({ path, binary: bytes.includes(0), text: bytes.toString('utf8') }))
    .filter(({ path }) => !path.endsWith('.tsbuildinfo'))
    .sort((a, b) => a.path.localeCompare(b.path));
}

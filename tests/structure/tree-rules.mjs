// What holds for the tree as a whole: its top level, and that CMake names every source.
import { posix } from 'node:path';

const kTopFolders = new Set([
  'app',
  'server',
  'ui',
  'midi',
  'resources',
  'tests',
  'installer',
  '.ci',
]);
const kTopFiles = new Set([
  'CMakeLists.txt',
  'CMakePresets.json',
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'LICENSE',
  'run',
  'check',
  '.clang-format',
  '.clang-tidy',
  '.gitignore',
  '.gitattributes',
  '.npmrc',
]);

export function* checkTopLevel(paths) {
  const firsts = new Map(paths.map((path) => [path.split('/')[0], path.includes('/')]));
  for (const [name, isFolder] of firsts) {
    if (!(isFolder ? kTopFolders : kTopFiles).has(name))
      yield `${name}: not in the fixed top level`;
  }
}

/** Listed in the nearest CMakeLists.txt at or above its folder, by its path from there. */
function listedIn(path, lists) {
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    const text = lists.get(folder === '.' ? 'CMakeLists.txt' : `${folder}/CMakeLists.txt`);
    if (text !== undefined) {
      const name = posix.relative(folder, path).replace(/[.+]/g, '\\$&');
      return new RegExp(`(^|[\\s(/"])${name}($|[\\s)"])`, 'm').test(text);
    }
    if (folder === '.') return false;
  }
}

export function* checkCMake(files) {
  const lists = new Map(
    files
      .filter(({ path }) => /(^|\/)CMakeLists\.txt$/.test(path))
      .map(({ path, text }) => [path, text]),
  );
  for (const [path, text] of lists) {
    if (/\bGLOB(_RECURSE)?\b[^)]*\.(cpp|h)\b/.test(text))
      yield `${path}: sources are listed by name, not globbed`;
  }
  for (const { path } of files) {
    const isProduct = /^(app|server|midi|ui)\/.*\.(cpp|h)$/.test(path);
    const isTest = /^tests\/.*\.cpp$/.test(path);
    if ((isProduct || isTest) && !listedIn(path, lists))
      yield `${path}: no CMakeLists.txt names it`;
  }
}

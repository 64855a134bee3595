// node check.mjs [ROOT]: prints every broken rule of the tree below ROOT; exit 1 if there is one.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkFile } from './file-rules.mjs';
import { checkFunctions } from './function-length.mjs';
import { checkLayers } from './layers.mjs';
import { readTree } from './source-tree.mjs';
import { checkCMake, checkTopLevel } from './tree-rules.mjs';

const root = resolve(process.argv[2] ?? `${dirname(fileURLToPath(import.meta.url))}/../..`);
const files = readTree(root);
const broken = [
  ...checkTopLevel(files.map(({ path }) => path)),
  ...checkCMake(files.filter(({ binary }) => !binary)),
  ...files.flatMap((file) => [...checkFile(file)]),
  ...files
    .filter(({ binary }) => !binary)
    .flatMap((file) => [...checkFunctions(file), ...checkLayers(file)]),
];
for (const line of broken) console.log(line);
console.log(`${files.length} files, ${broken.length} broken rules`);
process.exitCode = broken.length === 0 ? 0 : 1;

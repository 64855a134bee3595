// What holds for every file by itself: size, words, paths, binaries, header guard, names.
const kMaxLines = 400;
const kCode =
  /\.(cpp|h|ts|tsx|mjs|js|css|sql|sh|cmake)$|(^|\/)(CMakeLists\.txt|run|check|run-bench)$/;
const kBinary =
  /\.(png|jpe?g|gif|ico|icns|webp|wav|ogg|mp3|sf2|woff2?|ttf|otf|zip|gz|so|a|o|exe)$/i;
const kUnfinished = new RegExp(
  `\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`,
);
const kMachinePath = new RegExp(
  `(^|[^A-Za-z0-9_.])/(${['work', 'farm', 'root'].join('|')}|home/[a-z]+|tmp/h)/`,
);
const kRegistry = new RegExp(
  [
    'registry' + '\\.npmjs',
    'deb\\.' + 'debian\\.org',
    'pypi' + '\\.org',
    '"resolved": *"http',
  ].join('|'),
);
// What a reader of this project does not have.
const kElsewhere = new RegExp(
  `\\b(${['design', 'DESIGN', 'synchrony', 'classroom', 'platform', 'fanout'].join('|')})\\.md\\b|realtime-` +
    `protocol|fan-out` +
    ` spike|\\.\\./sha` +
    `red/`,
);
const kVagueName = /(Manager|Helper|Utils?|Data|Info)\.(h|cpp)$/;
const kProduct = /^(app|server|midi|ui)\//;

function lineCount(text) {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

function* linesMatching(file, pattern, what) {
  for (const [index, line] of file.text.split('\n').entries()) {
    if (pattern.test(line)) yield `${file.path}:${index + 1}: ${what}: ${line.trim().slice(0, 80)}`;
  }
}

function* names({ path }) {
  if (kVagueName.test(path))
    yield `${path}: the name says nothing (Manager, Helper, Util, Data, Info)`;
  const base = path.split('/').pop();
  if (
    kProduct.test(path) &&
    /\.(h|cpp)$/.test(path) &&
    !/^([A-Z][A-Za-z0-9]*(_unix|_windows|_mac|_qt|_none)?|main)\./.test(base)
  )
    yield `${path}: C++ files are named after their type, in PascalCase`;
}

function* header({ path, text }) {
  if (!path.endsWith('.h')) return;
  const first = text.split('\n').find((line) => line.trim() && !line.startsWith('//'));
  if (first !== '#pragma once') yield `${path}: a header begins with #pragma once`;
}

export function* checkFile(file) {
  if (file.binary || kBinary.test(file.path)) {
    yield `${file.path}: a binary file`;
    return;
  }
  const isCode = kCode.test(file.path);
  const lines = lineCount(file.text);
  if (isCode && lines > kMaxLines) yield `${file.path}: ${lines} lines, the limit is ${kMaxLines}`;
  if (file.path !== 'LICENSE') {
    yield* linesMatching(file, kUnfinished, 'a word of unfinished work');
    yield* linesMatching(file, kMachinePath, 'a path of one machine');
    yield* linesMatching(file, kElsewhere, 'a document outside the project');
    yield* linesMatching(file, kRegistry, 'the address of a registry');
  }
  yield* names(file);
  yield* header(file);
}

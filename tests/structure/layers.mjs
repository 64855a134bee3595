// Who may include whom: ARCHITECTURE.md's layers as a table. An arrow is followed to its end.
const kCentre = 'app/domain';
const kMain = 'app/main';
const kArrows = {
  [kCentre]: [],
  'app/classroom': ['app/games'],
  'app/games': [],
  'app/sel': [],
  'app/store': [],
  'app/report': ['app/sel'],
  'app/demo': [],
  'server/protocol': [],
  'server/channel': ['server/protocol'],
  'server/net': ['server/channel'],
  'server/music': ['server/channel'],
  midi: [],
  'ui/models': ['app/sel'],
  'ui/stage': ['ui/models'],
  'ui/widgets': ['ui/stage'],
  'ui/projector': ['ui/widgets'],
  'ui/inspector': ['ui/widgets'],
  'ui/reports': ['ui/widgets', 'app/report'],
};

// A library that one target hides: nobody else includes its headers.
const kHidden = [
  {
    header: /^(QtWebSockets|QWebSocket)/,
    owners: ['server/net', 'app/demo'],
    name: 'Qt WebSockets',
  },
  { header: /^(QtSql|QSql)/, owners: ['app/store'], name: 'Qt Sql' },
  { header: /^RtMidi|^rtmidi\//, owners: ['midi'], name: 'RtMidi' },
  { header: /^fluidsynth/, owners: ['midi'], name: 'FluidSynth' },
];

export function folderOf(path) {
  const [first, second] = path.split('/');
  return first === 'midi' || first === 'tests' ? first : `${first}/${second}`;
}

export function visibleFrom(folder) {
  const seen = new Set([folder, kCentre]);
  const queue = [folder];
  while (queue.length > 0) {
    for (const next of kArrows[queue.pop()] ?? []) {
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return seen;
}

function* checkOwnInclude(where, folder, target) {
  if (target.endsWith('.moc')) return;
  if (!/^(app|server|midi|ui|tests)\//.test(target)) {
    yield `${where}: "${target}" is not rooted at the project`;
    return;
  }
  const other = folderOf(target);
  if (folder === 'tests' || folder === kMain) return;
  if (!visibleFrom(folder).has(other)) yield `${where}: ${folder} must not see ${other}`;
}

function* checkForeignInclude(where, folder, target) {
  if (folder === kCentre && /^Q|^Qt/.test(target)) yield `${where}: ${kCentre} knows no Qt`;
  if (folder === 'tests') return;
  for (const { header, owners, name } of kHidden) {
    if (header.test(target) && !owners.includes(folder))
      yield `${where}: ${name} belongs to ${owners.join(', ')}`;
  }
}

export function* checkLayers({ path, text }) {
  if (!/^(app|server|midi|ui|tests)\/.*\.(h|cpp)$/.test(path) || path.startsWith('tests/bench/'))
    return;
  const folder = folderOf(path);
  if (folder !== 'tests' && folder !== kMain && !(folder in kArrows)) {
    yield `${path}: ${folder} is no layer; give it a place in tests/structure/layers.mjs`;
    return;
  }
  for (const [index, line] of text.split('\n').entries()) {
    const match = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(line);
    if (!match) continue;
    const check = match[1] === '"' ? checkOwnInclude : checkForeignInclude;
    yield* check(`${path}:${index + 1}`, folder, match[2]);
  }
}

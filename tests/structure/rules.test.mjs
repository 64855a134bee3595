// The rules must be able to fail: each is shown a bad sample it has to name and a good one it has to pass.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFile } from './file-rules.mjs';
import { checkFunctions } from './function-length.mjs';
import { checkLayers, visibleFrom } from './layers.mjs';
import { checkCMake, checkTopLevel } from './tree-rules.mjs';

const file = (path, text, binary = false) => ({ path, text, binary });
const body = (lines) => '    step();\n'.repeat(lines);
const kUnfinished = 'TO' + 'DO';

const kBadFiles = [
  ['401 lines', file('app/sel/Rate.cpp', 'x\n'.repeat(401)), /401 lines/],
  [
    'a word of unfinished work',
    file('app/sel/Rate.cpp', `// ${kUnfinished}: finish\n`),
    /unfinished/,
  ],
  ['a machine path', file('README.md', 'see /' + 'root/notes\n'), /path of one machine/],
  [
    'a registry address',
    file('tests/package-lock.json', '"resolved": "' + 'https://x"'),
    /registry/,
  ],
  [
    'a document outside the project',
    file('app/sel/Rate.cpp', '// see synch' + 'rony.md\n'),
    /outside the project/,
  ],
  ['a NUL byte', file('resources/sound', 'a', true), /binary/],
  ['a picture', file('resources/icons/logo.png', 'a'), /binary/],
  ['no pragma', file('app/sel/Rate.h', '#ifndef RATE_H\n'), /pragma once/],
  ['a vague name', file('app/sel/RateManager.cpp', ''), /says nothing/],
  ['a lower-case name', file('app/sel/rate.cpp', ''), /PascalCase/],
];

for (const [name, bad, message] of kBadFiles) {
  test(`a file with ${name} is named`, () => assert.match([...checkFile(bad)].join('\n'), message));
}

test('a good file passes', () => {
  const good = file('app/sel/Rate.h', `// A rate.\n#pragma once\n${'x\n'.repeat(398)}`);
  assert.deepEqual([...checkFile(good)], []);
});

const kLongFunctions = [
  ['a free function', `namespace a {\nint f(int x)\n{\n${body(48)}}\n}\n`],
  ['a constructor with initialisers', `A::A(int x)\n    : m_x{x}\n    , m_y(x)\n{\n${body(48)}}\n`],
  [
    'a method inside a class',
    `class A {\n    void f() const override\n    {\n${body(48)}    }\n};\n`,
  ],
  ['a trailing return type', `auto f() -> int\n{\n${body(48)}}\n`],
  ['a function behind a brace in a string', `const char* s = "{";\nint f()\n{\n${body(48)}}\n`],
];

for (const [name, text] of kLongFunctions) {
  test(`${name} of more than 50 lines is named`, () => {
    assert.match(
      [...checkFunctions(file('app/sel/Rate.cpp', text))].join('\n'),
      /a function of 5[1-3] lines/,
    );
  });
}

test('a short function, a long table and a long class pass', () => {
  const table = `const int kTable[] = {\n${'    1,\n'.repeat(90)}};\n`;
  const methods = `class A {\n${'    int f() const { return 1; }\n'.repeat(90)}};\n`;
  const short = `int f()\n{\n${body(40)}}\n`;
  assert.deepEqual([...checkFunctions(file('app/sel/Rate.cpp', table + methods + short))], []);
});

const kLongScripts = [
  ['a function', `export function f() {\n${body(49)}}\n`],
  ['an arrow function', `const f = async (x) => {\n${body(49)}};\n`],
  ['a method', `class A {\n  f(): void {\n${body(49)}  }\n}\n`],
  ['a test', `test('x', () => {\n${body(49)}});\n`],
];

for (const [name, text] of kLongScripts) {
  test(`${name} of a script of more than 50 lines is named`, () => {
    assert.match(
      [...checkFunctions(file('resources/a.ts', text))].join('\n'),
      /a function of 51 lines/,
    );
  });
}

const include = (path, line) => file(path, `#pragma once\n#include ${line}\n`);
const kBadIncludes = [
  ['Qt in the domain', include('app/domain/Ids.h', '<QString>'), /knows no Qt/],
  ['a server in the ui', include('ui/widgets/A.cpp', '"server/channel/Hub.h"'), /must not see/],
  [
    'the upper server layer',
    include('server/protocol/A.h', '"server/channel/Hub.h"'),
    /must not see/,
  ],
  [
    'app/main from anywhere',
    include('app/store/A.cpp', '"app/main/Application.h"'),
    /must not see/,
  ],
  ['a neighbour', include('app/store/A.cpp', '"app/classroom/Room.h"'), /must not see/],
  ['a test header', include('app/store/A.cpp', '"tests/support/ManualClock.h"'), /must not see/],
  ['a path without root', include('app/store/A.cpp', '"Journal.h"'), /not rooted/],
  ['another target’s library', include('app/classroom/A.cpp', '<QSqlDatabase>'), /Qt Sql belongs/],
  ['an unknown folder', include('app/extras/A.cpp', '"app/domain/Ids.h"'), /no layer/],
];

for (const [name, bad, message] of kBadIncludes) {
  test(`including ${name} is named`, () => assert.match([...checkLayers(bad)].join('\n'), message));
}

test('includes that point inward pass', () => {
  const good = [
    include('app/domain/Ids.h', '<cstdint>'),
    include('server/net/A.cpp', '"server/protocol/Frame.h"'),
    include('app/main/A.cpp', '"ui/widgets/MainWindow.h"'),
    include('app/store/A.cpp', '<QSqlDatabase>'),
    include('tests/net/tst_A.cpp', '"tests/support/ManualClock.h"'),
  ];
  assert.deepEqual(
    good.flatMap((sample) => [...checkLayers(sample)]),
    [],
  );
  assert.ok(visibleFrom('ui/reports').has('app/sel'), 'an arrow is followed to its end');
});

test('an unlisted source and a glob are named', () => {
  const lists = (text) => [file('app/sel/CMakeLists.txt', text), file('app/sel/Rate.cpp', '')];
  assert.match([...checkCMake(lists('f(OtherRate.cpp)'))].join(), /no CMakeLists/);
  assert.match([...checkCMake(lists('file(GLOB x *.cpp) Rate.cpp'))].join(), /listed by name/);
  assert.deepEqual([...checkCMake(lists('f(SOURCES Rate.cpp)'))], []);
});

test('anything new at the top level is named', () => {
  assert.match([...checkTopLevel(['src/a.cpp'])].join(), /fixed top level/);
  assert.match([...checkTopLevel(['notes.txt'])].join(), /fixed top level/);
  assert.deepEqual([...checkTopLevel(['app/a.cpp', 'README.md'])], []);
});

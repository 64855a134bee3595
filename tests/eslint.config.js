import js from '@eslint/js';

const nodeGlobals = Object.fromEntries(
  'Buffer URL WebSocket clearInterval clearTimeout console fetch performance process setInterval setTimeout window'
    .split(' ')
    .map((name) => [name, 'readonly']),
);

export default [
  { ignores: ['browser/snippet.mjs'] },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { ecmaVersion: 2023, globals: nodeGlobals },
    rules: {
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 50 }],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  // A describe is as long as its tests; the structure test measures the tests themselves.
  { files: ['**/*.test.mjs'], rules: { 'max-lines-per-function': 'off' } },
];

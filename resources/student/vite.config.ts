import { defineConfig } from 'vitest/config';
import { wireBudget } from './tools/wire-budget';

// Old classroom iPads set the target; asset files are never inlined, since the page's
// content security policy allows no data: addresses.
export default defineConfig({
  base: './',
  publicDir: false,
  server: { fs: { allow: ['..'] } },
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  worker: { format: 'iife' },
  build: {
    outDir: process.env['TUTTI_PAGE_OUT'] ?? 'dist',
    emptyOutDir: true,
    target: ['es2020', 'safari14', 'chrome87'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  plugins: [wireBudget(300 * 1024)],
  test: { include: ['test/**/*.test.ts'] },
});

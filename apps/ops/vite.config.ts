import { defineConfig } from 'vite';

/** The shard that `npm run dev -w @gommog/ops` talks to. */
const SHARD = process.env['GOMMOG_SHARD'] ?? 'http://127.0.0.1:8080';

// biome-ignore lint/style/noDefaultExport: Vite reads its settings from the default export
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { proxy: { '/api': { target: SHARD, ws: true } } },
});

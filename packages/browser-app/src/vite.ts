import type { ProxyOptions, UserConfig } from 'vite';

/** The shard that `npm run dev` of an app talks to. */
const SHARD = process.env['GOMMOG_SHARD'] ?? 'http://127.0.0.1:8080';

/** How an app is built and, while it is worked on, served. `root`: its folder. `fromShard`: paths that the shard answers, and whether by sockets, too. */
export function browserApp(
  root: string,
  fromShard: Readonly<Record<string, { readonly ws: boolean }>>,
): UserConfig {
  const proxy: Record<string, ProxyOptions> = {};
  for (const [path, { ws }] of Object.entries(fromShard)) proxy[path] = { target: SHARD, ws };
  return {
    root,
    base: './',
    build: {
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    server: { proxy },
  };
}

import { browserApp } from '@gommog/browser-app/vite';

// biome-ignore lint/style/noDefaultExport: Vite reads its settings from the default export
export default browserApp(import.meta.dirname, { '/api': { ws: true } });

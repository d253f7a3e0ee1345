import { render } from 'preact';
import './ui/style.css';
import { Client } from './client.ts';
import { Pointer } from './input/pointer.ts';
import { Shortcuts } from './input/shortcuts.ts';
import { Walking } from './input/walking.ts';
import { fetchWorldFiles } from './land/world-files.ts';
import { showPageState } from './page-state.ts';
import { fetchArt } from './scene/atlases.ts';
import { WorldView } from './scene/world-view.ts';
import { Sounds } from './sound/sounds.ts';
import { App } from './ui/app.tsx';
import { watchKeyboardInset } from './ui/keyboard-inset.ts';
import { applyOptions, options } from './ui/options.ts';
import { watchInput } from './ui/take-focus.ts';
import { Trouble } from './ui/trouble.tsx';

const now = (): number => performance.now();
const canvas = document.querySelector<HTMLCanvasElement>('#world')!;
const ui = document.querySelector<HTMLElement>('#ui')!;

/** Address of the shard's socket: that of the page, with the socket's own scheme. */
function socketUrl(): string {
  return new URL('/play/ws', location.href).href.replace(/^http/, 'ws');
}

async function start(): Promise<void> {
  const files = await fetchWorldFiles('/world');
  const art = await fetchArt(files.art);
  const client = new Client(socketUrl(), files, now);
  const view = new WorldView(canvas, client, art, files.hues, now);
  const walking = new Walking(client, view, now);
  const pointer = new Pointer(canvas, client, view, walking);
  const sounds = new Sounds(files.art, client);
  const shortcuts = new Shortcuts(client, view, pointer);
  view.onFrame = (nowMs) => {
    walking.alwaysRun = options.value.alwaysRun;
    walking.step(nowMs);
    showPageState(document.body, client);
  };
  watchInput();
  watchKeyboardInset();
  options.subscribe((chosen) => {
    applyOptions(chosen);
    sounds.volume = chosen.volume;
    shortcuts.bindings = chosen.keys;
    view.resolution = chosen.resolution;
  });
  render(<App client={client} files={files} art={art} view={view} pointer={pointer} now={now} />, ui);
  client.start();
}

start().catch((error: unknown) => {
  console.error(error);
  render(<Trouble />, ui);
});

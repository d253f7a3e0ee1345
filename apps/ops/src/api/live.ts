import type { LiveSecond } from '@gommog/staff-api';
import { effect, signal } from '@preact/signals';
import { resume, session } from './session.ts';

/** The newest second; null before the first one. */
export const live = signal<LiveSecond | null>(null);
/** Does the shard tell its figures at the moment? */
export const isLive = signal(false);
/** What else the page that is open wants to be told. */
export const wants = signal<{ readonly people?: true; readonly jobs?: true }>({});

const AGAIN_MS = 2_000;
/** The shard's word that the rights are gone. */
const RIGHTS_LOST = 4401;

let socket: WebSocket | null = null;

/** Listens as long as somebody is logged in, and comes back after a lost link. */
export function followLive(): void {
  effect(() => {
    const self = session.value;
    if (self !== null && self !== 'unknown') connect();
    else {
      socket?.close();
      live.value = null;
    }
  });
  effect(() => {
    if (isLive.value) socket?.send(JSON.stringify(wants.value));
  });
}

function connect(): void {
  if (socket !== null) return;
  const opened = new WebSocket(new URL('/api/live', location.href).href.replace(/^http/, 'ws'));
  socket = opened;
  opened.onopen = () => {
    isLive.value = true;
  };
  opened.onmessage = ({ data }) => {
    live.value = JSON.parse(String(data)) as LiveSecond;
  };
  opened.onclose = ({ code }) => {
    socket = null;
    isLive.value = false;
    if (session.value === null) return;
    if (code === RIGHTS_LOST) void resume();
    else setTimeout(() => void resumeAndConnect(), AGAIN_MS);
  };
}

async function resumeAndConnect(): Promise<void> {
  if (session.value === null) return;
  const before = session.value;
  await fetch('/api/self').then(
    (answer) => {
      if (answer.status === 401) session.value = null;
    },
    () => {},
  );
  if (session.value === before) connect();
}

import { encodeGestureRequest, encodeLookRequest, encodeProfileRequest, Gesture } from '@gommog/uo/web';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isItem } from '../model/world-model.ts';
import type { Stage } from './app.tsx';

interface Entry {
  readonly text: string;
  readonly enabled: boolean;
  readonly run: () => void;
}

/** What can be done with a thing or with somebody: what the shard offers, then what every client can do. */
export function ThingMenu(stage: Stage) {
  const menu = stage.client.windows.menu.value;
  return menu === null ? null : <OpenThingMenu key={menu.serial} {...stage} />;
}

function OpenThingMenu(stage: Stage) {
  const { windows } = stage.client;
  const menu = windows.menu.value!;
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(menu.at);
  const before = useRef(document.activeElement);
  const close = (): void => {
    windows.menu.value = null;
  };
  const entries = menu.entries === null ? null : [...offered(stage), ...own(stage, menu.serial)];
  // Within the page, wherever it was asked for.
  useLayoutEffect(() => {
    const { height, width } = list.current!.getBoundingClientRect();
    setAt({
      x: Math.max(0, Math.min(menu.at.x, innerWidth - width)),
      y: Math.max(0, Math.min(menu.at.y, innerHeight - height)),
    });
    list.current!.querySelector('button')?.focus();
  }, [entries === null]);
  useEffect(() => {
    const outside = (event: Event): void => {
      if (!list.current!.contains(event.target as Node)) close();
    };
    window.addEventListener('pointerdown', outside, true);
    return () => {
      window.removeEventListener('pointerdown', outside, true);
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    };
  }, []);
  const step = (by: number): void => {
    const buttons = [...list.current!.querySelectorAll<HTMLElement>('button:not(:disabled)')];
    const from = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[(from + by + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div
      ref={list}
      class="thing-menu"
      role="menu"
      tabIndex={-1}
      aria-label={`What to do with ${nameOf(stage, menu.serial)}`}
      style={{ left: `${at.x}px`, top: `${at.y}px` }}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'Tab') step(event.shiftKey ? -1 : 1);
        else if (event.key === 'ArrowUp') step(-1);
        else if (event.key === 'Escape') close();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <p aria-hidden="true">{nameOf(stage, menu.serial)}</p>
      {entries?.map(({ enabled, run, text }) => (
        <button
          key={text}
          type="button"
          role="menuitem"
          disabled={!enabled}
          onClick={() => {
            run();
            close();
          }}
        >
          {text}
        </button>
      ))}
    </div>
  );
}

/** What something is called: a guess until the shard has told, and `unknown` when there is nothing to guess from. */
export function nameOf(
  { client, files }: Pick<Stage, 'client' | 'files'>,
  serial: number,
  unknown = 'it',
): string {
  // Read so that it is drawn anew when an answer has come.
  client.windows.propertiesVersion.value;
  const known = client.windows.propertiesOf(serial)?.[0];
  if (known !== undefined) return known;
  const mobile = client.world.mobiles.get(serial);
  if (mobile !== undefined) return mobile.name;
  const item = client.world.find(serial);
  return item === undefined ? unknown : files.tileData.itemName(item.graphic).replaceAll('%', '');
}

function offered({ client }: Stage): readonly Entry[] {
  const { windows } = client;
  return (windows.menu.value?.entries ?? []).map(({ enabled, index, text }) => ({
    text,
    enabled: enabled === 1,
    run: () => windows.choose(index),
  }));
}

function own({ client, pointer }: Stage, serial: number): readonly Entry[] {
  const always = (text: string, run: () => void): Entry => ({ text, enabled: true, run });
  const look = always('Look', () => client.send(encodeLookRequest, { serial }));
  if (isItem(serial)) {
    return pointer.mayLift(serial) ? [look, always('Take', () => pointer.lift(serial))] : [look];
  }
  const profile = always('Read profile', () => client.send(encodeProfileRequest, { serial }));
  if (serial !== client.world.self) return [look, profile];
  const gesture = (text: string, which: (typeof Gesture)[keyof typeof Gesture]): Entry =>
    always(text, () => client.send(encodeGestureRequest, { gesture: which }));
  return [profile, gesture('Bow', Gesture.bow), gesture('Salute', Gesture.salute)];
}

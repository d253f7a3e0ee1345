import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { around } from '../model/around.ts';
import type { Stage } from './app.tsx';
import { notorietyWord } from './notoriety.ts';
import { keepFocus } from './take-focus.ts';
import { nameOf } from './thing-menu.tsx';

/** How often people who walk are looked for, in milliseconds. */
const REFRESH_MS = 500;
const MOST = 60;
/** What most people are, and so need not be told. */
const INNOCENT = 1;

/** Who and what is around, as a list: everything that a mouse could point at, for those who have none. */
export function NearbyWindow(stage: Stage) {
  const { client, pointer } = stage;
  const { windows, world } = client;
  const [, setBeat] = useState(0);
  const [find, setFind] = useState('');
  const list = useRef<HTMLUListElement>(null);
  /** Whose row has the focus: a row that changes its place in the list would lose it. */
  const chosen = useRef(0);
  client.changes.value;
  useEffect(() => {
    const timer = setInterval(() => setBeat((beat) => beat + 1), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  useLayoutEffect(() => {
    if (chosen.current === 0) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-serial="${chosen.current}"]`);
    // What is taken has no row any more: the focus stays in the window.
    keepFocus(row ?? list.current?.closest<HTMLElement>('.window'));
  });
  const isPointing = windows.target.value !== null;
  const { held } = world;
  const near = around(world)
    .slice(0, MOST)
    .map((each) => ({ ...each, name: nameOf(stage, each.serial) }))
    .filter(({ name }) => name.toLowerCase().includes(find.trim().toLowerCase()));
  const act = (serial: number, button: HTMLElement): void => {
    if (isPointing) pointer.click(serial);
    else if (held !== null) pointer.give(serial);
    else {
      const { left, top } = button.getBoundingClientRect();
      windows.openMenu(serial, { x: left + 24, y: top + 24 });
    }
  };
  return (
    <div class="nearby">
      <input
        type="search"
        aria-label="Find nearby"
        placeholder="Find"
        value={find}
        onInput={({ currentTarget }) => setFind(currentTarget.value)}
      />
      {isPointing && <p>Choose what to point at.</p>}
      {held !== null && (
        <p>
          Choose where to put it, or{' '}
          <button type="button" onClick={() => pointer.putDown()}>
            put it down here
          </button>
        </p>
      )}
      <ul ref={list}>
        {(isPointing || held !== null) && (
          <li>
            <button type="button" onClick={({ currentTarget }) => act(world.self, currentTarget)}>
              Yourself
            </button>
          </li>
        )}
        {near.map(({ name, serial, where }) => {
          const notoriety = world.mobiles.get(serial)?.notoriety;
          return (
            <li key={serial}>
              <button
                type="button"
                data-serial={serial}
                onFocus={() => {
                  chosen.current = serial;
                  pointer.over.value = 0;
                }}
                onClick={({ currentTarget }) => act(serial, currentTarget)}
                onContextMenu={(event) => {
                  event.preventDefault();
                  act(serial, event.currentTarget);
                }}
              >
                <span>
                  {name || 'something'}
                  {notoriety === undefined || notoriety === INNOCENT ? '' : ` (${notorietyWord(notoriety)})`}
                </span>{' '}
                <small>{where}</small>
              </button>
            </li>
          );
        })}
      </ul>
      {near.length === 0 && <p class="empty">Nothing</p>}
    </div>
  );
}

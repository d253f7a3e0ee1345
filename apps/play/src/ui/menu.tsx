import { encodePaperdollRequest, encodeUseRequest, encodeWarModeRequest } from '@gommog/uo/web';
import { useState } from 'preact/hooks';
import type { OwnWindow } from '../model/windows.ts';
import type { Stage } from './app.tsx';

const BACKPACK_LAYER = 0x15;
const windows: readonly (readonly [id: OwnWindow, name: string])[] = [
  ['nearby', 'Nearby'],
  ['journal', 'Journal'],
  ['status', 'Status'],
  ['skills', 'Skills'],
  ['map', 'Map'],
  ['options', 'Options'],
  ['help', 'Help'],
];

/** Buttons for all that has a key, too. Where there is little room all but the first are folded away. */
export function Menu({ client }: Stage) {
  const { world } = client;
  client.changes.value;
  const [isOpen, setIsOpen] = useState(false);
  const backpack = world.me?.worn.find(({ layer }) => layer === BACKPACK_LAYER);
  /** Folds the rest away again: it covers the world. */
  const then = (run: () => void) => () => {
    setIsOpen(false);
    run();
  };
  return (
    <nav class={`menu ${isOpen ? 'open' : ''}`} aria-label="Windows">
      <button
        type="button"
        class="unfold"
        aria-expanded={isOpen}
        aria-label="All windows"
        onClick={() => setIsOpen(!isOpen)}
      >
        ☰
      </button>
      <button type="button" onClick={then(() => client.send(encodePaperdollRequest, { serial: world.self }))}>
        Paperdoll
      </button>
      <button
        type="button"
        onClick={then(
          () => backpack !== undefined && client.send(encodeUseRequest, { serial: backpack.serial }),
        )}
      >
        Backpack
      </button>
      {windows.map(([id, name]) => (
        <button key={id} type="button" onClick={then(() => client.windows.toggle(id))}>
          {name}
        </button>
      ))}
      {world.access > 0 && (
        <button type="button" onClick={then(() => client.windows.toggle('staff'))}>
          Staff
        </button>
      )}
      <button
        type="button"
        aria-pressed={world.war}
        onClick={then(() => client.send(encodeWarModeRequest, { war: world.war ? 0 : 1 }))}
      >
        {world.war ? 'Peace' : 'War'}
      </button>
      <button type="button" onClick={then(() => client.leave())}>
        Leave
      </button>
    </nav>
  );
}

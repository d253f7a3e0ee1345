import { encodePaperdollRequest, encodeUseRequest, encodeWarModeRequest } from '@gommog/uo/web';
import type { OwnWindow } from '../model/windows.ts';
import type { Stage } from './app.tsx';

const BACKPACK_LAYER = 0x15;
const windows: readonly (readonly [id: OwnWindow, name: string])[] = [
  ['journal', 'Journal'],
  ['status', 'Status'],
  ['skills', 'Skills'],
  ['map', 'Map'],
  ['options', 'Options'],
  ['help', 'Help'],
];

/** Buttons for all that has a key, too. */
export function Menu({ client }: Stage) {
  const { world } = client;
  const backpack = world.me?.worn.find(({ layer }) => layer === BACKPACK_LAYER);
  return (
    <nav class="menu" aria-label="Windows">
      <button type="button" onClick={() => client.send(encodePaperdollRequest, { serial: world.self })}>
        Paperdoll
      </button>
      <button
        type="button"
        onClick={() => backpack !== undefined && client.send(encodeUseRequest, { serial: backpack.serial })}
      >
        Backpack
      </button>
      {windows.map(([id, name]) => (
        <button key={id} type="button" onClick={() => client.windows.toggle(id)}>
          {name}
        </button>
      ))}
      <button type="button" onClick={() => client.send(encodeWarModeRequest, { war: world.war ? 0 : 1 })}>
        War
      </button>
      <button type="button" onClick={() => client.leave()}>
        Leave
      </button>
    </nav>
  );
}

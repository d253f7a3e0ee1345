import { encodeEquipRequest, encodeProfileRequest } from '@gommog/uo/web';
import { MobileFlag } from '../model/mobile-model.ts';
import { signed } from '../scene/body.ts';
import type { Stage } from './app.tsx';
import { ItemButton } from './item-button.tsx';
import { Sprite } from './sprite.tsx';

/** Pictures of bodies and of what is worn on them. Source: numbers of classic clients. */
const MAN = 0x0c;
const WOMAN = 0x0d;
const WORN_BY_MEN = 50_000;
const WORN_BY_WOMEN = 60_000;
const PARTIAL_HUE = 0x00040000;

/** From the skin outwards. */
const order = [
  0x14, 0x05, 0x04, 0x03, 0x0c, 0x0d, 0x18, 0x13, 0x11, 0x08, 0x12, 0x0e, 0x16, 0x17, 0x06, 0x0b, 0x10, 0x0a,
  0x09, 0x07, 0x02, 0x01, 0x15,
];
const layerNames: Readonly<Record<number, string>> = {
  1: 'right hand',
  2: 'left hand',
  3: 'feet',
  4: 'legs',
  5: 'shirt',
  6: 'head',
  7: 'hands',
  8: 'ring',
  10: 'neck',
  11: 'hair',
  12: 'waist',
  13: 'chest',
  14: 'bracelet',
  16: 'beard',
  17: 'over the chest',
  18: 'ears',
  19: 'arms',
  20: 'back',
  21: 'backpack',
  22: 'robe',
  23: 'skirt',
  24: 'over the legs',
};

/** Somebody as drawn from the front, with all that is worn, and a list of it. */
export function PaperdollWindow({ serial, stage }: { stage: Stage; serial: number }) {
  const { art, client, files } = stage;
  client.changes.value;
  client.windows.propertiesVersion.value;
  const mobile = client.world.mobiles.get(serial);
  if (mobile === undefined) return <p class="empty">Out of sight</p>;
  const isWoman = (mobile.flags & MobileFlag.female) !== 0;
  const base = isWoman ? WORN_BY_WOMEN : WORN_BY_MEN;
  const worn = order.flatMap((layer) => mobile.worn.filter((each) => each.layer === layer));
  const equip = (): void => {
    const { held } = client.world;
    if (held === null) return;
    const layer = files.tileData.itemLayer(held.graphic);
    client.send(encodeEquipRequest, { serial: held.serial, layer, mobile: serial });
  };
  return (
    <div class="paperdoll" onPointerUp={equip}>
      <div class="doll">
        <Sprite
          placed
          art={art}
          hues={files.hues}
          picture={art.gump(isWoman ? WOMAN : MAN)}
          hue={signed(mobile.hue, true)}
        />
        {worn.map((item) => {
          const animation = files.tileData.itemAnimation(item.graphic);
          const picture = art.gump(base + animation) ?? art.gump(WORN_BY_MEN + animation);
          const greyOnly = (files.tileData.itemFlags(item.graphic) & PARTIAL_HUE) !== 0;
          return (
            <Sprite
              key={item.serial}
              placed
              art={art}
              hues={files.hues}
              picture={animation === 0 ? null : picture}
              hue={signed(item.hue, greyOnly)}
            />
          );
        })}
      </div>
      <ul class="worn">
        {worn.map((item) => (
          <li key={item.serial}>
            <ItemButton stage={stage} serial={item.serial} graphic={item.graphic} hue={item.hue} amount={1} />
            <span>{layerNames[item.layer] ?? ''}</span>
          </li>
        ))}
      </ul>
      {client.world.held !== null && (
        <button type="button" onClick={equip}>
          Put it on
        </button>
      )}
      <button type="button" class="link" onClick={() => client.send(encodeProfileRequest, { serial })}>
        Profile
      </button>
    </div>
  );
}

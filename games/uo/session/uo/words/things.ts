import * as packets from '../../../protocol/index.ts';
import type { Context } from '../../../rules/context.ts';
import type { ThingWords, Wording } from '../../dialect.ts';
import * as describe from '../describe.ts';
import { packet } from '../packet-wording.ts';
import { sendBook } from './books.ts';

/** From here on items on the ground have their own packet, of one length. */
const SHORT_WORLD_ITEM = 0x07000000;
/** Number of the layout before that; no packet's own layouts come near it. */
const OLD_WORLD_ITEM = 7;

export function thingWords(ctx: Context): ThingWords {
  const { world } = ctx;
  return {
    groundItem: (serial) => groundItem(ctx, serial),
    containedItem: (serial) =>
      packet('container_item', packets.encodeContainerItem, describe.containerItem(world, serial)),
    wornItem: (serial) => packet('worn_item', packets.encodeWornItem, describe.wornItem(world, serial)),

    // The client took it in its hand when it asked for it.
    held() {},

    containerOpened(to, container, gump) {
      to.send(packets.encodeOpenContainer, { serial: container, gump });
      to.send(packets.encodeContainerContents, describe.containerContents(world, container));
    },

    book: (to, serial) => sendBook(ctx, to, serial),

    liftRefused(to, { reason }) {
      to.send(packets.encodeLiftRejected, { reason });
    },

    dropTaken(to) {
      to.send(packets.encodeDropAccepted, {});
    },

    /** 0x28 empties the client's hand; where the item is now comes as a change of it. Reason 5 has no text of its own. */
    dropRefused(to) {
      to.send(packets.encodeLiftRejected, { reason: 5 });
      to.send(packets.encodeDropRejected, {});
    },

    sound({ sound, at }) {
      return packet('sound', packets.encodeSound, { mode: 1, sound, x: at.x, y: at.y, z: at.z });
    },
  };
}

function groundItem(ctx: Context, serial: number): Wording {
  const { layoutOf } = packet('world_item', packets.encodeWorldItem, describe.worldItem(ctx, serial));
  return {
    layoutOf: (version) => (version >= SHORT_WORLD_ITEM ? layoutOf(version) : OLD_WORLD_ITEM),
    write(writer, version) {
      if (version >= SHORT_WORLD_ITEM)
        packets.encodeWorldItem(writer, describe.worldItem(ctx, serial), version);
      else packets.encodeWorldItemOld(writer, describe.worldItemOld(ctx, serial), version);
    },
  };
}

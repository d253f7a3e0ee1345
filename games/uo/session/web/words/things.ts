import type { Context } from '../../../rules/context.ts';
import { Book, Door, Item } from '../../../rules/things/item.ts';
import * as web from '../../../web/index.ts';
import { shortText } from '../../../web/short-text.ts';
import { type ThingWords, wording } from '../../dialect.ts';
import { lightOf } from '../../light.ts';

/** Longest line of a page in bytes of UTF-8, with room for the next one to have as many. */
const LINE_BYTES = 1024;

export function thingWords(ctx: Context): ThingWords {
  const { world } = ctx;

  const contained = (serial: number): web.ContainedEntryIn => {
    const { amount, graphic, hue } = world.require(serial, Item);
    const { slot, x, y } = world.placement(serial)!;
    return { serial, graphic, amount: Math.max(1, amount), x, y, grid: slot, hue };
  };

  return {
    groundItem(serial) {
      const { amount, fixed, graphic, hue } = world.require(serial, Item);
      const { x, y, z } = world.placement(serial)!;
      const flags = (fixed ? 0 : web.ItemFlag.movable) | (world.has(serial, Door) ? web.ItemFlag.door : 0);
      const many = Math.max(1, amount);
      return wording(web.encodeGroundItem, {
        serial,
        graphic,
        amount: many,
        x,
        y,
        z,
        hue,
        light: lightOf(ctx, serial),
        flags,
      });
    },

    containedItem: (serial) =>
      wording(web.encodeContainedItem, {
        item: contained(serial),
        container: world.placement(serial)!.parent,
      }),

    wornItem(serial) {
      const { graphic, hue } = world.require(serial, Item);
      const { parent, slot } = world.placement(serial)!;
      return wording(web.encodeWornItem, { serial, graphic, layer: slot, mobile: parent, hue });
    },

    held(to, serial) {
      const { amount, graphic, hue } = world.require(serial, Item);
      // It answers what the person has just done.
      to.urgent = true;
      to.send(web.encodeHeldItem, { serial, graphic, amount: Math.max(1, amount), hue });
    },

    containerOpened(to, container, gump) {
      const items: web.ContainedEntryIn[] = [];
      world.holders.each(container, (item) => items.push(contained(item)));
      to.send(web.encodeContainerOpened, { serial: container, gump, items: items.reverse() });
    },

    book(to, serial) {
      const book = world.get(serial, Book);
      if (book === undefined) return;
      const pages = book.pages.map((lines) => ({
        lines: lines.map((text) => ({ text: shortText(text, LINE_BYTES) })),
      }));
      to.send(web.encodeBook, {
        serial,
        writable: book.writable ? 1 : 0,
        title: shortText(book.title),
        author: shortText(book.author),
        pages,
      });
    },

    liftRefused(to, { item, reason }) {
      to.send(web.encodeLiftRefused, { serial: item, reason });
    },

    dropTaken(to) {
      to.send(web.encodeDropTaken, {});
    },

    dropRefused(to, item) {
      to.send(web.encodeDropRefused, { serial: item });
    },

    sound({ at, sound }) {
      return wording(web.encodeSound, { sound, x: at.x, y: at.y, z: at.z });
    },
  };
}

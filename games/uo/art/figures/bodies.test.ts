import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { loadContent } from '../../content/index.ts';
import { ACTIONS_OF, bodyKind, DIRECTIONS } from '../../files/body-kind.ts';
import { behaviours } from '../../rules/things/use/behaviours.ts';
import { loadTileTables, type TileTables } from '../../worldgen/tile-tables.ts';
import type { Frame } from '../art-source.ts';
import { PALETTE } from '../palette.ts';
import { BODY_IDS, BodyArtist } from './bodies.ts';

const STAND = { people: 4, animal: 2, monster: 1 } as const;
const MAN = 400;
const SWORD = 618;
const SHIELD = 576;
const HORSE = 200;

/** Mean place of what is drawn, right and down of where the body stands. */
function middleOf({ centreX, centreY, height, pixels, width }: Frame): { x: number; y: number } {
  let [x, y, count] = [0, 0, 0];
  pixels.forEach((pixel, i) => {
    if (pixel === 0) return;
    x += (i % width) - centreX;
    y += Math.floor(i / width) - height - centreY;
    count++;
  });
  return { x: x / count, y: y / count };
}
const drawn = (frame: Frame): number => frame.pixels.filter((pixel) => pixel !== 0).length;

describe('bodies', () => {
  const artist = new BodyArtist();
  const standing = (body: number, direction: number): Frame =>
    artist.frames(body, STAND[bodyKind(body)], direction)![0]!;
  let tables: TileTables;
  before(async () => {
    tables = await loadTileTables();
  });

  it('are drawn for everything that item templates let people wear or hold', () => {
    const bodies = new Set(BODY_IDS);
    const { items } = loadContent({ behaviours: new Set(Object.keys(behaviours)) });
    for (const template of items.all()) {
      if (template.layer === undefined) continue;
      for (const graphic of [template.graphic, ...template.flip]) {
        const body = tables.tileData.itemAnimation(graphic);
        assert.ok(bodies.has(body), `${template.id} shows body ${body}, which is not drawn`);
      }
    }
  });

  it('are drawn for people of all races, alive and dead, and for what their hair is', () => {
    const { bodies, creation } = loadContent({ behaviours: new Set(Object.keys(behaviours)) });
    const known = new Set(BODY_IDS);
    for (const race of [bodies.human, bodies.elf, bodies.gargoyle]) {
      for (const sex of [race.male, race.female])
        for (const body of [sex.alive, sex.ghost]) assert.ok(known.has(body));
    }
    assert.ok(known.has(bodies.staff));
    for (const looks of Object.values(creation.looks)) {
      if (!('hair' in looks)) continue;
      for (const graphic of [...looks.hair.male, ...looks.hair.female, ...looks.beard.male]) {
        assert.ok(known.has(tables.tileData.itemAnimation(graphic)), `hair ${graphic.toString(16)}`);
      }
    }
  });

  it('have something to show in every direction, in colours of the palette, within what files can hold', () => {
    const colours = new Set(PALETTE);
    for (const body of BODY_IDS) {
      let seen = 0;
      for (let direction = 0; direction < DIRECTIONS; direction++) {
        const frame = standing(body, direction);
        seen += drawn(frame) > 0 ? 1 : 0;
        assert.ok(
          frame.width < 256 && frame.height < 256,
          `body ${body} is ${frame.width} x ${frame.height}`,
        );
        assert.ok(Math.abs(frame.centreX) < 256 && Math.abs(frame.centreY) + frame.height < 512);
        for (const pixel of frame.pixels) assert.ok(colours.has(pixel));
      }
      // A ring may be hidden by the body, a body never by itself.
      assert.ok(seen === DIRECTIONS || (body >= MAN && seen > 0), `body ${body} is seen from ${seen} sides`);
    }
  });

  it('have each of the actions that files hold, and no others', () => {
    for (const body of [MAN, HORSE, 3, 59, 208, SWORD]) {
      const count = ACTIONS_OF[bodyKind(body)];
      for (let action = 0; action < count; action++) assert.ok(artist.frames(body, action, 1)!.length > 0);
      assert.equal(artist.frames(body, count, 1), null);
      assert.equal(artist.frames(body, 0, DIRECTIONS), null);
    }
    assert.equal(artist.frames(199, 0, 0), null);
  });

  it('face where their direction says: what the right hand holds is at our left when they look at us', () => {
    assert.ok(middleOf(standing(SWORD, 0)).x < -4);
    assert.ok(middleOf(standing(SWORD, 4)).x > 4);
    assert.ok(middleOf(standing(SHIELD, 0)).x > 4);
    assert.ok(middleOf(standing(SHIELD, 4)).x < -4);
    // A horse that goes to our left has its head there: its highest pixel.
    const horse = standing(HORSE, 2);
    const head = horse.pixels.findIndex((pixel) => pixel !== 0) % horse.width;
    assert.ok(head < horse.centreX - 8);
  });

  it('hide what is held behind them', () => {
    const seen = [0, 1, 2, 3, 4].map((direction) => drawn(standing(SHIELD, direction)));
    assert.ok(seen[1]! > seen[3]! * 1.5, `${seen}`);
  });

  it('stand on the ground, ride above it, and lie on it when they are dead', () => {
    const foot = (frame: Frame): number => frame.centreY;
    const height = (frame: Frame): number => frame.height;
    const man = standing(MAN, 1);
    assert.ok(Math.abs(foot(man)) <= 6 && height(man) > 44 && height(man) < 64);
    const rider = artist.frames(MAN, 25, 1)![0]!;
    assert.ok(foot(rider) > foot(man) + 6);
    const dead = artist.frames(MAN, 21, 1)!.at(-1)!;
    assert.ok(height(dead) < height(man) * 0.75);
  });

  it('wear clothes where their limbs are, in every picture of a walk', () => {
    const men = artist.frames(MAN, 0, 1)!;
    artist.frames(477, 0, 1)!.forEach((boots, i) => {
      const man = men[i]!;
      const bottom = (frame: Frame): number => -frame.centreY;
      assert.ok(Math.abs(bottom(boots) - bottom(man)) <= 2, `picture ${i}`);
      assert.ok(Math.abs(middleOf(boots).x - middleOf(man).x) < 8);
    });
  });

  it('are the same whoever draws them, in whatever order', () => {
    const other = new BodyArtist();
    other.frames(59, 4, 2);
    for (const [body, action, direction] of [
      [SWORD, 9, 1],
      [HORSE, 1, 3],
      [MAN, 23, 0],
      [17, 4, 4],
    ] as const) {
      assert.deepEqual(other.frames(body, action, direction), artist.frames(body, action, direction));
    }
  });
});

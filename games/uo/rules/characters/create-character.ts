import { nameProblem } from '../../content/index.ts';
import { Account } from '../accounts/account.ts';
import type { Context } from '../context.ts';
import type { CreateCharacter } from '../intents.ts';
import { MOBILE } from '../kinds.ts';
import { Character, Mobile, Skills, Stats } from '../mobiles/mobile.ts';
import { Item, Layer } from '../things/item.ts';
import { makeGraphic } from '../things/make-item.ts';
import { moveToLayer } from '../things/move-item.ts';
import { chooseLooks, type Looks } from './looks.ts';
import { dress } from './outfit.ts';

const SKILL_COUNT = 58;
/** Points that a new character may spread over its attributes, and the least and most of one. */
const STAT_TOTAL = 90;
const STAT_MIN = 10;
const STAT_MAX = 60;
/** Starting skill points in all and in one skill, in whole points. */
const SKILL_TOTAL = 120;
const SKILL_MAX = 50;

/** Makes a character in a free slot of an account. It is in no world until it enters it. */
export function createCharacter(ctx: Context, intent: CreateCharacter): void {
  const { world } = ctx;
  const { session, account: accountSerial } = intent;
  const refuse = (code: string): void => ctx.emit({ kind: 'session-refused', session, code });
  const account = world.require(accountSerial, Account);
  const name = intent.name.trim().replace(/ +/g, ' ');
  if (nameProblem(ctx.content.creation.names, name) !== null) return refuse('bad-name');
  const slot = freeSlot(ctx, account, intent.slot);
  if (slot < 0) return refuse('no-free-slot');
  const city = ctx.startCities[intent.city] ?? ctx.startCities[0];
  if (city === undefined) return refuse('no-start-city');

  const serial = world.newSerial(MOBILE);
  const looks = chooseLooks(ctx, intent);
  const { female, race } = intent;
  world.set(serial, Mobile, { name, body: looks.body, hue: looks.skinHue, race, female, direction: 4 });
  const { str, dex, int } = chooseStats(intent);
  world.set(serial, Stats, { str, dex, int, hits: str, stam: dex, mana: int });
  const skills = chooseSkills(ctx, intent);
  const values = new Array<number>(SKILL_COUNT).fill(0);
  for (const { skill, value } of skills) values[skill] = value * 10;
  world.set(serial, Skills, { values, locks: new Array<number>(SKILL_COUNT).fill(0) });
  world.set(serial, Character, {
    account: accountSerial,
    createdMs: ctx.nowMs,
    logoutFacet: city.facet,
    logoutX: city.x,
    logoutY: city.y,
    logoutZ: city.z,
  });
  growHair(ctx, serial, looks);
  dress(ctx, serial, { ...intent, skills }, looks);

  const slots = Array.from({ length: ctx.ruleset.characterSlots }, (_, i) => account.characters[i] ?? 0);
  account.characters = slots.with(slot, serial);
  ctx.emit({ kind: 'character-created', session, character: serial });
}

/** The wished slot if it is free, else the first that is; -1 when none is. */
function freeSlot(ctx: Context, account: Account, wish: number): number {
  const isFree = (slot: number): boolean =>
    slot >= 0 && slot < ctx.ruleset.characterSlots && (account.characters[slot] ?? 0) === 0;
  if (isFree(wish)) return wish;
  for (let slot = 0; slot < ctx.ruleset.characterSlots; slot++) if (isFree(slot)) return slot;
  return -1;
}

/** The chosen attributes if their sum and bounds allow it, else even ones. */
function chooseStats({ str, dex, int }: CreateCharacter): { str: number; dex: number; int: number } {
  const good =
    [str, dex, int].every((stat) => stat >= STAT_MIN && stat <= STAT_MAX) && str + dex + int <= STAT_TOTAL;
  return good ? { str, dex, int } : { str: STAT_TOTAL / 3, dex: STAT_TOTAL / 3, int: STAT_TOTAL / 3 };
}

/** The chosen skills if they are different ones within the limits, else none. A client fills up its form with skills of 0. */
function chooseSkills({ content }: Context, intent: CreateCharacter): CreateCharacter['skills'] {
  const skills = intent.skills.filter(({ value }) => value > 0);
  const total = skills.reduce((sum, { value }) => sum + value, 0);
  const different = new Set(skills.map(({ skill }) => skill)).size === skills.length;
  const good = skills.every(({ skill, value }) => content.skills[skill] !== undefined && value <= SKILL_MAX);
  return good && different && total <= SKILL_TOTAL ? skills : [];
}

function growHair(ctx: Context, mobile: number, looks: Looks): void {
  const grow = (graphic: number, hue: number, layer: number): void => {
    if (graphic === 0) return;
    const hair = makeGraphic(ctx, graphic, hue);
    ctx.world.require(hair, Item).fixed = true;
    moveToLayer(ctx, hair, mobile, layer);
  };
  grow(looks.hair, looks.hairHue, Layer.hair);
  grow(looks.beard, looks.beardHue, Layer.beard);
}

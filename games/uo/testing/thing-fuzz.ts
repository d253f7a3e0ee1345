import { Rng } from '@gommog/core';
import { apply } from '../rules/apply.ts';
import type { Context } from '../rules/context.ts';
import type { Event } from '../rules/events.ts';
import { GROUND, type Intent } from '../rules/intents.ts';
import { isMobile } from '../rules/kinds.ts';
import { Mobile, Presence, TargetCursor, Walker } from '../rules/mobiles/mobile.ts';
import { Item, Layer } from '../rules/things/item.ts';
import { makeItem } from '../rules/things/make-item.ts';
import { moveToContainer, moveToGround } from '../rules/things/move-item.ts';
import { templateOf } from '../rules/things/template.ts';
import { wornOn } from '../rules/things/worn.ts';
import type { TestShard } from './test-shard.ts';
import { TradeFuzz } from './trade-fuzz.ts';

/** Everything that acts in a way of its own, and some that only lie there. */
const TEMPLATES = [
  'gold-coin',
  'gold-coin',
  'iron-ingot',
  'bolt-of-cloth',
  'cloth-folded',
  'cloth-cut',
  'hides',
  'bread-loaf',
  'apple',
  'dagger',
  'longsword',
  'halberd',
  'buckler',
  'plate-helm',
  'shirt-plain',
  'ring-gold',
  'bag',
  'pouch',
  'box-wooden',
  'backpack',
  'book-blank-red',
  'book-old',
  'scissors',
  'scissors',
  'scissors',
  'dice-cup',
  'candle',
  'lantern',
  'door-metal-west-cw',
] as const;

const INVALID = [0, 1, 0x3fffffff, 0x40000000, 0x7effffff, 0x7fffffff, 0x80000000, 0xfffffffe, GROUND];
/** Time passes by up to this from one intent to the next. */
const MOST_STEP_MS = 50;
const WORDS = [
  'hello',
  '...',
  '.add gold-coin 100',
  '[props',
  '.remove',
  '.go 1 1',
  '.set amount 5',
  '.where',
  '',
];

/**
 * People who do whatever comes into their heads with all that lies about, by chance from one seed. Each intent has a
 * step of its own, so that what it did to the amounts of things can be told.
 */
export class ThingFuzz {
  readonly #shard: TestShard;
  readonly #ctx: Context;
  readonly #rng: Rng;
  readonly #trades: TradeFuzz;
  readonly mobiles: number[] = [];
  /** Everything that was ever made, gone or not: what clients may still name. */
  readonly items: number[] = [];
  #nextSession = 100;

  /** Fills the world of `shard` with `people` and six times as many heaps of things. One of the people is staff. */
  constructor(shard: TestShard, people: number, seed: number) {
    this.#shard = shard;
    this.#ctx = shard.game.context;
    this.#rng = new Rng(seed);
    this.#trades = new TradeFuzz(this.#ctx, this.#rng);
    for (let i = 0; i < people; i++) this.#enterPerson(i);
    for (let i = 0; i < people * 6; i++) this.#scatter(TEMPLATES[i % TEMPLATES.length]!);
    this.#learnItems();
  }

  #enterPerson(i: number): void {
    const ctx = this.#ctx;
    const name = `Fuzz ${String.fromCharCode(65 + i)}`;
    const access = i === 0 ? 3 : 0;
    apply(ctx, { kind: 'create-account', session: 0, name: `fuzz${i}`, passwordHash: '', access });
    const account = ctx.accounts.find(`fuzz${i}`)!;
    apply(ctx, {
      kind: 'create-character',
      session: 0,
      account,
      slot: 0,
      name,
      female: i % 2 === 1,
      race: 0,
      profession: 0,
      str: 60,
      dex: 20,
      int: 10,
      skills: [],
      skinHue: 0,
      hairStyle: 0x203b,
      hairHue: 0,
      beardStyle: 0,
      beardHue: 0,
      shirtHue: 0,
      pantsHue: 0,
      city: 0,
    });
    let mobile = 0;
    ctx.world.each(Mobile, (serial, state) => {
      if (state.name === name) mobile = serial;
    });
    this.mobiles.push(mobile);
    this.#enter(mobile, account);
  }

  #enter(mobile: number, account: number): void {
    this.#nextSession++;
    apply(this.#ctx, { kind: 'enter-world', session: this.#nextSession, account, character: mobile });
  }

  #scatter(id: string): void {
    const ctx = this.#ctx;
    const rng = this.#rng;
    const { stackable, maxAmount } = ctx.content.items.byId(id)!;
    const item = makeItem(ctx, id, { amount: stackable ? rng.between(1, Math.min(500, maxAmount)) : 1 });
    const backpack = wornOn(ctx.world, rng.pick(this.mobiles), Layer.backpack);
    if (rng.chance(0.5)) moveToContainer(ctx, item, backpack, 50, 70, rng.between(0, 40));
    else moveToGround(ctx, item, 0, 128 + rng.between(-4, 4), 128 + rng.between(-4, 4), 0);
  }

  #learnItems(): void {
    this.items.length = 0;
    this.#ctx.world.each(Item, (serial) => this.items.push(serial));
  }

  /** Goes on with `count` intents, each in a step of its own. */
  run(count: number, onApplied: (intent: Intent, events: readonly Event[]) => void): void {
    const { simulation, world } = this.#shard.game;
    this.#learnItems();
    for (let i = 0; i < count; i++) {
      const intent = this.#intent(this.#rng.pick(this.mobiles));
      simulation.offer(intent);
      const events = simulation.step(world.nowMs + this.#rng.between(0, MOST_STEP_MS));
      this.#trades.note(events);
      onApplied(intent, events);
    }
  }

  /** Whether an intent may eat or cut: what it did to the amounts has to be looked at. */
  changesAmounts({ kind }: Intent): boolean {
    return kind === 'use' || kind === 'answer-target';
  }

  #intent(mobile: number): Intent {
    const rng = this.#rng;
    const { world } = this.#ctx;
    const presence = world.get(mobile, Presence);
    if (presence === undefined) return this.#comeBack(mobile);
    const held = wornOn(world, mobile, Layer.held);
    // Whoever has something in hand mostly does something with it.
    if (held !== 0 && rng.chance(0.6)) {
      return rng.chance(0.85) ? this.#drop(mobile, held) : this.#equip(mobile, held);
    }
    if ((world.get(mobile, TargetCursor)?.purpose ?? '') !== '' && rng.chance(0.3))
      return this.#answerTarget(mobile);
    const dice = rng.between(1, 1000);
    if (dice <= 120) return this.#trades.intent(mobile);
    if (dice <= 400) return { kind: 'lift', mobile, item: this.#anything(mobile), amount: this.#amount() };
    if (dice <= 450) return this.#drop(mobile, this.#anything(mobile));
    if (dice <= 480) return this.#equip(mobile, this.#anything(mobile));
    if (dice <= 700) return { kind: 'use', mobile, target: this.#anything(mobile) };
    if (dice <= 790) return this.#answerTarget(mobile);
    if (dice <= 820) return { kind: 'look', mobile, target: this.#anything(mobile) };
    if (dice <= 870) return this.#walk(mobile);
    if (dice <= 890) return { kind: 'open-nearest-door', mobile };
    if (dice <= 930) return this.#book(mobile);
    if (dice <= 960) return this.#speak(mobile);
    if (dice <= 965) return { kind: 'resync', mobile };
    if (dice <= 995) return { kind: 'set-war-mode', mobile, war: rng.chance(0.5) };
    const how = rng.chance(0.5) ? 'logout' : 'link-lost';
    return { kind: 'leave-world', mobile, session: presence.session, how };
  }

  #comeBack(mobile: number): Intent {
    const { world, accounts } = this.#ctx;
    const account = accounts.find(`fuzz${this.mobiles.indexOf(mobile)}`)!;
    this.#nextSession++;
    if (!world.has(mobile, Mobile)) throw new Error(`person ${mobile} ceased to be`);
    return { kind: 'enter-world', session: this.#nextSession, account, character: mobile };
  }

  /** Mostly a thing within reach, sometimes any or a person, sometimes what is no more or never was. */
  #anything(mobile: number): number {
    const rng = this.#rng;
    const dice = rng.between(1, 100);
    if (dice <= 60) return this.#within(mobile);
    if (dice <= 88) return rng.pick(this.items);
    return dice <= 95 ? rng.pick(this.mobiles) : rng.pick(INVALID);
  }

  /** Something that the person has or that lies about, if one is found soon. */
  #within(mobile: number): number {
    const { world } = this.#ctx;
    for (let i = 0; i < 20; i++) {
      const item = this.#rng.pick(this.items);
      const root = world.rootOf(item);
      if (world.placement(item) !== undefined && (root === mobile || !isMobile(root))) return item;
    }
    return this.#rng.pick(this.items);
  }

  #amount(): number {
    const rng = this.#rng;
    return rng.pick([0, 1, rng.between(1, 600), 0xffff]);
  }

  #drop(mobile: number, item: number): Intent {
    const rng = this.#rng;
    const { world } = this.#ctx;
    const dice = rng.between(1, 100);
    const backpack = wornOn(world, mobile, Layer.backpack);
    const onto =
      dice <= 25
        ? GROUND
        : dice <= 50
          ? backpack
          : dice <= 75
            ? rng.pick(this.mobiles)
            : this.#anything(mobile);
    if (onto !== GROUND) {
      const anywhere = rng.chance(0.5);
      const at = anywhere ? 0xffff : rng.between(0, 300);
      return { kind: 'drop', mobile, item, x: at, y: at, z: 0, grid: rng.between(0, 255), onto };
    }
    const here = world.placement(mobile)!;
    const reach = rng.chance(0.9) ? 3 : 400;
    const x = here.x + rng.between(-reach, reach);
    const y = here.y + rng.between(-reach, reach);
    return { kind: 'drop', mobile, item, x, y, z: rng.between(-128, 127), grid: 0, onto };
  }

  #equip(mobile: number, item: number): Intent {
    const rng = this.#rng;
    const onto = rng.chance(0.9) ? mobile : this.#anything(mobile);
    return { kind: 'equip', mobile, item, layer: rng.between(0, 30), onto };
  }

  #answerTarget(mobile: number): Intent {
    const rng = this.#rng;
    const { world } = this.#ctx;
    const cursor = world.get(mobile, TargetCursor)?.cursor ?? rng.between(0, 5);
    const target = this.#cuttable(mobile) ?? this.#anything(mobile);
    const cancelled = rng.chance(0.1);
    return { kind: 'answer-target', mobile, cursor, cancelled, target, x: 128, y: 128, z: 0, graphic: 0 };
  }

  /** Something that scissors cut, if one is found soon. */
  #cuttable(mobile: number): number | null {
    const { world } = this.#ctx;
    for (let i = 0; i < 10; i++) {
      const item = this.#within(mobile);
      if (world.has(item, Item) && templateOf(this.#ctx, item)?.params['cutsInto'] !== undefined) return item;
    }
    return null;
  }

  #walk(mobile: number): Intent {
    const rng = this.#rng;
    const { x, y } = this.#ctx.world.placement(mobile)!;
    // They stay together: home is always somewhere ahead.
    const home = x > 131 ? 6 : x < 125 ? 2 : y > 131 ? 0 : y < 125 ? 4 : rng.between(0, 7);
    const sequence = this.#ctx.world.get(mobile, Walker)?.sequence ?? 0;
    return { kind: 'walk', mobile, direction: home, running: rng.chance(0.5), sequence };
  }

  #book(mobile: number): Intent {
    const rng = this.#rng;
    const book = this.#anything(mobile);
    if (rng.chance(0.3))
      return { kind: 'title-book', mobile, book, title: 'T'.repeat(rng.between(0, 90)), author: 'me' };
    const lines = Array.from({ length: rng.between(0, 10) }, () => 'word '.repeat(rng.between(0, 30)));
    return { kind: 'write-book', mobile, book, page: rng.between(0, 45), lines };
  }

  #speak(mobile: number): Intent {
    const rng = this.#rng;
    // The one who is staff says nothing that could be a command: what they make and remove is no matter of this test.
    const text = mobile === this.mobiles[0] ? 'hello' : rng.pick(WORDS);
    const manner = rng.pick(['say', 'whisper', 'yell', 'emote'] as const);
    return {
      kind: 'speak',
      mobile,
      manner,
      text,
      hue: rng.between(0, 0xffff),
      font: 3,
      language: 'ENU',
      keywords: [],
    };
  }
}

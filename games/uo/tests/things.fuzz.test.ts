import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from '../rules/context.ts';
import type { Intent } from '../rules/intents.ts';
import { Item } from '../rules/things/item.ts';
import { TradeBox } from '../rules/trade/trade-box.ts';
import { DomainAudit } from '../testing/domain-audit.ts';
import { flatLand } from '../testing/flat-land.ts';
import { TestShard } from '../testing/test-shard.ts';
import { ThingFuzz } from '../testing/thing-fuzz.ts';
import { amounts, placeFaults, Shadow } from '../testing/world-checks.ts';
import { createWorld } from '../uo.ts';

const PEOPLE = 20;
const BATCH = 1_000;
/** Intents in one world: later the food is eaten, the cloth is cut, and less happens. */
const WORLD = 20_000;
/** The long run: GOMMOG_FUZZ_INTENTS=1000000. Another seed: GOMMOG_FUZZ_SEED. */
const INTENTS = Number(process.env['GOMMOG_FUZZ_INTENTS'] ?? 20_000);
const SEED = Number(process.env['GOMMOG_FUZZ_SEED'] ?? 1);

/** Nothing decays meanwhile: what is there in the beginning is there in the end, save what is eaten or cut. */
const ruleset = { decayMs: 1e12, linkDeadMs: 5_000, tradeLookMs: 100 };

interface Outcome {
  readonly hash: string;
  /** How often each kind of event happened. */
  readonly events: Readonly<Record<string, number>>;
  /** How often something was eaten (`use`) or cut (`answer-target`). */
  readonly changes: Readonly<Record<string, number>>;
}

/** Runs the fuzz, checking the world after each batch. */
function fuzz(count: number, seed: number): Outcome {
  const shard = new TestShard({ ruleset });
  const { game } = shard;
  const { context: ctx, world } = game;
  const people = new ThingFuzz(shard, PEOPLE, seed);
  const shadow = new Shadow();
  const audit = new DomainAudit();
  const gold = ctx.content.items.byId('gold-coin')!.number;
  const events: Record<string, number> = {};
  const changes: Record<string, number> = {};
  let sequence = 0;
  let ledger = amounts(world);

  for (let done = 0; done < count; done += BATCH) {
    let before = ledger;
    people.run(Math.min(BATCH, count - done), (intent, facts) => {
      for (const { kind } of facts) events[kind] = (events[kind] ?? 0) + 1;
      if (shard.log.length > 0) assert.fail(`${JSON.stringify(intent)}: ${JSON.stringify(shard.log)}`);
      if (!people.changesAmounts(intent)) return;
      const after = amounts(world);
      if (isLawful(ctx, intent, before, after)) changes[intent.kind] = (changes[intent.kind] ?? 0) + 1;
      before = after;
    });
    ledger = before;
    assert.deepEqual(sorted(amounts(world)), sorted(ledger), 'amounts after a batch');
    assert.deepEqual(placeFaults(world, [0]), []);
    const commit = world.takeCommit(1, ++sequence, game.tick);
    assert.ok(commit !== null, 'a batch changes something');
    shadow.take(commit);
    audit.take(commit);
    assert.deepEqual(audit.faults(world, gold), [], 'what was told of the goods');
    const rebuilt = createWorld([{ id: 0, terrain: flatLand(256, 256), season: 0 }], 99);
    assert.deepEqual(shadow.fill(rebuilt), []);
    assert.equal(rebuilt.stateHash(), world.stateHash(), 'the world from its commit records');
    // A start on what was saved ends all trades and loses nothing.
    const restarted = new TestShard({ world: rebuilt }).game.world;
    assert.equal(restarted.store(TradeBox).size, 0);
    assert.deepEqual(sorted(amounts(restarted)), sorted(ledger), 'amounts after a restart');
    assert.deepEqual(placeFaults(restarted, [0]), []);
  }
  return { hash: world.stateHash(), events, changes };
}

/**
 * Did a use or a target answer change amounts? Only two ways are lawful: one piece of food less, or something cut into as
 * much of something else as its template says. Anything else fails the test.
 */
function isLawful(
  ctx: Context,
  intent: Intent,
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): boolean {
  const differences = new Map<number, number>();
  for (const template of new Set([...before.keys(), ...after.keys()])) {
    const by = (after.get(template) ?? 0) - (before.get(template) ?? 0);
    if (by !== 0) differences.set(template, by);
  }
  if (differences.size === 0) return false;
  const told = `${JSON.stringify(intent)} changed ${JSON.stringify([...differences])}`;
  const [lost = 0] = [...differences].find(([, by]) => by < 0) ?? [];
  const template = ctx.content.items.byNumber(lost);
  if (intent.kind === 'use') {
    assert.equal(template?.use, 'eat', told);
    assert.deepEqual([...differences], [[lost, -1]], told);
    return true;
  }
  const { cutsInto, cutAmount = 1 } = (template?.params ?? {}) as { cutsInto?: string; cutAmount?: number };
  assert.ok(cutsInto !== undefined, told);
  const gained = ctx.content.items.byId(cutsInto)!.number;
  const count = -differences.get(lost)!;
  assert.deepEqual(
    sorted(differences),
    sorted(
      new Map([
        [lost, -count],
        [gained, count * cutAmount],
      ]),
    ),
    told,
  );
  return true;
}

function sorted(map: ReadonlyMap<number, number>): [number, number][] {
  return [...map].filter(([, amount]) => amount !== 0).sort(([a], [b]) => a - b);
}

for (let done = 0, seed = SEED; done < INTENTS; done += WORLD, seed++) {
  const count = Math.min(WORLD, INTENTS - done);
  test(`${count} acts of ${PEOPLE} people lose, double and break nothing (seed ${seed})`, () => {
    const { events, changes } = fuzz(count, seed);
    const wanted = [
      'lift-refused',
      'drop-accepted',
      'drop-refused',
      'item-gone',
      'container-opened',
    ] as const;
    for (const kind of [
      ...wanted,
      'spoken',
      'character-entered',
      'character-left',
      'mobile-stepped',
      'trade-opened',
      'trade-sealed',
      'trade-closed',
    ] as const) {
      assert.ok((events[kind] ?? 0) > count / 1_000, `${kind} happens: ${JSON.stringify(events)}`);
    }
    for (const kind of ['use', 'answer-target'])
      assert.ok((changes[kind] ?? 0) > count / 10_000, JSON.stringify(changes));
  });
}

test('the same seed twice gives the same world, another seed another', () => {
  const { hash } = fuzz(3_000, 7);
  assert.equal(fuzz(3_000, 7).hash, hash);
  assert.notEqual(fuzz(3_000, 8).hash, hash);
});

test('the checks see a doubled item, a lost amount and two things in one hand', () => {
  const shard = new TestShard({ ruleset });
  const { world } = shard.game;
  const people = new ThingFuzz(shard, 10, 1);
  assert.deepEqual(placeFaults(world, [0]), []);
  const before = sorted(amounts(world));
  const [first, second, third] = people.items.filter((item) => world.placement(item)!.parent === 0);
  world.contain(first!, people.mobiles[0]!, 0, 0, 0);
  world.contain(second!, people.mobiles[0]!, 0, 0, 0);
  assert.match(placeFaults(world, [0]).join(), /2 items in hand/);
  world.displace(third!);
  assert.match(placeFaults(world, [0]).join(), /in 0 places/);
  world.require(first!, Item).amount += 1;
  assert.notDeepEqual(sorted(amounts(world)), before);
});

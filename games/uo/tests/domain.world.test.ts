import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DomainEvent } from '../domain/domain-events.ts';
import { AccessLevel } from '../rules/accounts/account.ts';
import { Character, Skills } from '../rules/mobiles/mobile.ts';
import { Item } from '../rules/things/item.ts';
import { backpackOf, enterStaff, layDown, moveTo, putInto } from '../testing/arrange.ts';
import { DomainAudit } from '../testing/domain-audit.ts';
import { Inbox } from '../testing/inbox.ts';
import { TestShard } from '../testing/test-shard.ts';
import { tradeScene } from '../testing/trade-scene.ts';

const GROUND = 0xffffffff;

async function scene() {
  const shard = new TestShard();
  const anna = await shard.enter('anna', 'Anna');
  moveTo(shard, anna, 100, 100);
  const gold = shard.game.context.content.items.byId('gold-coin')!.number;
  /** What was told since the last time, as `kind reason`. */
  const audit = new DomainAudit();
  let taken = 0;
  const news = (): string[] => {
    const before = audit.told.length;
    for (const commit of shard.commits.slice(taken)) audit.take(commit);
    taken = shard.commits.length;
    assert.deepEqual(audit.faults(shard.game.world, gold), []);
    return audit.told
      .slice(before)
      .map(({ body, kind }) => (body['reason'] === undefined ? kind : `${kind} ${body['reason']}`));
  };
  return { shard, anna, audit, news, backpack: backpackOf(shard, anna), world: shard.game.world };
}

test('a new person and what it brings along are told: the count at the start, the character, its things, its login', async () => {
  const { audit, news, anna } = await scene();
  const kinds = news();
  assert.equal(kinds[0], 'goods-counted');
  assert.ok(kinds.includes('character-created'));
  assert.ok(kinds.includes('item-created create-character'));
  assert.ok(kinds.includes('gold-minted create-character'));
  const [login] = audit.of('login');
  assert.deepEqual(login?.key, `character:${anna.serial}`);
  assert.deepEqual([login?.body['name'], login?.body['accountName']], ['Anna', 'anna']);
});

test('a thing is told from hand to hand, with whose wish it was', async () => {
  const { shard, anna, audit, news, backpack } = await scene();
  const dagger = layDown(shard, 'dagger', 101, 101);
  shard.tick();
  news();
  anna.lift(dagger);
  shard.tick();
  anna.drop(dagger, backpack, 60, 80);
  shard.tick();
  assert.deepEqual(news(), ['item-moved lift', 'item-moved drop']);
  const [lifted, dropped] = audit.of('item-moved').slice(-2);
  assert.equal(lifted?.key, `item:${dagger}`);
  assert.equal(lifted?.body['by'], anna.serial);
  assert.deepEqual(lifted?.body['from'], { holder: 0, root: 0, facet: 0, x: 101, y: 101, z: 0 });
  assert.deepEqual(
    [dropped?.body['at']].map((at) => [(at as { holder: number }).holder, (at as { root: number }).root]),
    [[backpack, anna.serial]],
  );
});

test('stacks that are split and merged mint and burn nothing', async () => {
  const { shard, anna, news } = await scene();
  const gold = layDown(shard, 'gold-coin', 101, 101, 100);
  shard.tick();
  news();
  anna.lift(gold, 30);
  shard.tick();
  assert.deepEqual(news().sort(), ['item-created lift', 'item-moved lift']);
  const rest = shard.game.world.nextSerial(1) - 1;
  anna.drop(gold, rest);
  shard.tick();
  assert.deepEqual(news().sort(), ['item-destroyed drop', 'item-restacked drop']);
  anna.drop(gold, GROUND, 100, 100);
  shard.tick();
  assert.deepEqual(news(), []);
});

test('what staff make and remove, and what decays, has its reason', async () => {
  const { shard, news, world } = await scene();
  const staff = await enterStaff(shard, 'Boss', AccessLevel.administrator);
  const inbox = new Inbox(staff);
  moveTo(shard, staff, 100, 102);
  news();
  staff.say('.add gold-coin 250');
  shard.tick();
  const { cursorId } = inbox.of('target_cursor').at(-1)!;
  shard.game.offer({
    kind: 'answer-target',
    cancelled: false,
    mobile: staff.serial,
    cursor: cursorId,
    target: 0,
    x: 101,
    y: 102,
    z: 0,
    graphic: 0,
  });
  shard.tick();
  const told = news();
  assert.ok(told.includes('item-created staff:add') && told.includes('gold-minted staff:add'), told.join());
  assert.ok(told.includes('staff-act'), told.join());
  shard.tick(shard.game.context.ruleset.decayMs + 1_000);
  shard.tick(1_000);
  const later = news();
  assert.ok(later.includes('item-destroyed decay') && later.includes('gold-burned decay'), later.join());
  assert.ok(world.store(Item).size > 0);
});

test('an amount that changes behind the back of all rules is told too', async () => {
  const { shard, audit, backpack, world, news } = await scene();
  news();
  let coins = 0;
  world.holders.each(backpack, (item) => {
    if (world.require(item, Item).template === 411) coins = item;
  });
  world.require(coins, Item).amount += 5;
  shard.tick();
  news();
  const minted = audit.of('gold-minted').at(-1);
  assert.deepEqual([minted?.body['amount'], minted?.body['reason']], [5, 'outside-of-steps']);
});

test('what is said is told for moderation', async () => {
  const { shard, anna, audit, news } = await scene();
  news();
  anna.say('Hello there');
  shard.tick();
  assert.deepEqual(news(), ['speech']);
  assert.equal(audit.of('speech').at(-1)?.body['text'], 'Hello there');
});

test('a trade is told once, with who gave what to whom, and what lay in it', async () => {
  const { shard, anna, bert, dagger, bag, offerBoth } = await tradeScene();
  const coins = putInto(shard, 'gold-coin', bag, 30);
  const audit = new DomainAudit();
  offerBoth();
  anna.accept();
  bert.accept();
  shard.tick();
  for (const commit of shard.commits) audit.take(commit);
  const trades = audit.of('trade-completed');
  assert.equal(trades.length, 1);
  const { sides } = trades[0]!.body as DomainEvent<'trade-completed'>;
  const told = sides.map(({ account, character, gave, gold }) => ({
    character,
    hasAccount: account > 0,
    gold,
    gave: gave.map(({ holder, item, template }) => [item, holder, template]),
  }));
  const from = (serial: number) => told.find(({ character }) => character === serial);
  assert.deepEqual(from(anna.client.serial)?.gave, [[dagger, 0, 'dagger']]);
  assert.deepEqual(from(bert.client.serial), {
    character: bert.client.serial,
    hasAccount: true,
    gold: 30,
    gave: [
      [bag, 0, 'bag'],
      [coins, bag, 'gold-coin'],
    ],
  });
});

test('a trade that is not agreed upon is not told', async () => {
  const { shard, anna, bert, offerBoth } = await tradeScene();
  offerBoth();
  anna.accept();
  bert.cancel();
  shard.tick();
  const audit = new DomainAudit();
  for (const commit of shard.commits) audit.take(commit);
  assert.deepEqual(audit.of('trade-completed'), []);
});

test('skills are told as they change: at the creation, by rules, and behind their back', async () => {
  const { shard, anna, audit, news, world } = await scene();
  news();
  const created = audit.of('skill-changed').map(({ body }) => [body['from'], body['reason']]);
  assert.ok(created.length > 0 && created.every(([from, why]) => from === 0 && why === 'create-character'));
  const skills = world.require(anna.serial, Skills);
  shard.game.offer({ kind: 'set-skill-lock', mobile: anna.serial, skill: 1, lock: 2 });
  shard.tick();
  assert.deepEqual(news(), []);
  const before = skills.values[1]!;
  skills.values = skills.values.with(1, before + 1);
  anna.say('I learn');
  shard.tick();
  assert.deepEqual(news(), ['skill-changed outside-of-steps', 'speech']);
  const { account, by, character, from, skill, to } = audit.of('skill-changed').at(-1)!.body;
  assert.deepEqual(
    [account, by, character, from, skill, to],
    [world.get(anna.serial, Character)?.account, 0, anna.serial, before, 'anatomy', before + 1],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccessLevel } from '../rules/accounts/account.ts';
import { Item } from '../rules/things/item.ts';
import { backpackOf, enterStaff, layDown, moveTo } from '../testing/arrange.ts';
import { DomainAudit } from '../testing/domain-audit.ts';
import { Inbox } from '../testing/inbox.ts';
import { TestShard } from '../testing/test-shard.ts';

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

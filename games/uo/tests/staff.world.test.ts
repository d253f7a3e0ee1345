import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScriptedClient } from '../bots/scripted-client.ts';
import * as packets from '../protocol/index.ts';
import { AccessLevel, Account } from '../rules/accounts/account.ts';
import { setLightOf } from '../rules/light/set-light.ts';
import { Mobile } from '../rules/mobiles/mobile.ts';
import { Decay, Item, ItemName } from '../rules/things/item.ts';
import { backpackOf, enterStaff, layDown, moveTo, putInto } from '../testing/arrange.ts';
import { Inbox } from '../testing/inbox.ts';
import { TestShard } from '../testing/test-shard.ts';
import { WebInbox } from '../testing/web-inbox.ts';

/** Gordon of the staff at (100, 100), and Anna, a player, five tiles east. */
async function scene(access: AccessLevel = AccessLevel.administrator) {
  const shard = new TestShard();
  const gordon = await enterStaff(shard, 'Gordon', access);
  const anna = await shard.enter('anna', 'Anna');
  moveTo(shard, gordon, 100, 100);
  moveTo(shard, anna, 105, 100);
  const gordons = new Inbox(gordon);
  const command = (text: string): void => {
    gordons.clear();
    gordon.say(text);
    shard.tick(500);
  };
  return { shard, world: shard.game.world, gordon, anna, gordons, annas: new Inbox(anna), command };
}

function pointAt(shard: TestShard, client: ScriptedClient, inbox: Inbox, serial: number, x = 0, y = 0): void {
  const { cursorId, kind } = inbox.of('target_cursor').at(-1)!;
  client.send(packets.encodeTargetResponse, { kind, cursorId, intent: 0, serial, x, y, z: 0, graphic: 0 });
  shard.tick(500);
}

function words(inbox: Inbox): string[] {
  return inbox.of('unicode_speech').map(({ text }) => text);
}

test('add makes things on the ground, in containers and in backpacks', async () => {
  const { shard, world, gordon, anna, gordons, command } = await scene();
  const made = (): number => Number(/0x[0-9a-f]+/.exec(words(gordons).at(-1) ?? '')?.[0]);
  command('.add gold-coin 250 33');
  assert.equal(gordons.of('target_cursor')[0]?.kind, 1);
  pointAt(shard, gordon, gordons, 0, 102, 101);
  const gold = made();
  assert.deepEqual([world.require(gold, Item).amount, world.require(gold, Item).hue], [250, 33]);
  assert.deepEqual([world.placement(gold)!.x, world.placement(gold)!.y], [102, 101]);

  command('.add dagger 500');
  pointAt(shard, gordon, gordons, anna.serial);
  assert.equal(world.parentOf(made()), backpackOf(shard, anna));
  assert.equal(world.require(made(), Item).amount, 1, 'a dagger is no stack');

  const bag = layDown(shard, 'bag', 103, 103);
  command('.add apple');
  pointAt(shard, gordon, gordons, bag);
  assert.equal(world.parentOf(made()), bag);
  // Beside a thing within a bag means where the bag is, not where in its window.
  const apple = made();
  command('.add 0x1F03');
  pointAt(shard, gordon, gordons, apple, 44, 65);
  assert.deepEqual([world.placement(made())!.x, world.placement(made())!.y], [103, 103]);
  assert.equal(world.require(made(), Item).graphic, 0x1f03);

  command('.add no-such-thing');
  assert.match(words(gordons)[0] ?? '', /no template/);
  command('.add gold-coin 1.5 2.5');
  pointAt(shard, gordon, gordons, 0, 102, 102);
  assert.equal(world.require(made(), Item).amount, 1);
  command('.add apple');
  pointAt(shard, gordon, gordons, 0, 5_000, 5_000);
  assert.deepEqual(
    shard.log.filter(({ event }) => event === 'rule-fault'),
    [],
  );
});

test('props shows the properties and sets the one whose button was pressed', async () => {
  const { shard, world, gordon, gordons, command } = await scene();
  const dagger = layDown(shard, 'dagger', 101, 101);
  command('.props');
  pointAt(shard, gordon, gordons, dagger);
  const press = (property: string, text: string): void => {
    const gump = gordons.of('compressed_gump').at(-1)!;
    const lines = gump.lines!.lines.map((line) => line.text);
    const label = lines.indexOf(property);
    assert.ok(label >= 0, `${property} is shown: ${lines.join(', ')}`);
    const entry = Number(
      new RegExp(`textentry \\S+ \\S+ \\S+ \\S+ \\S+ (\\d+) ${label + 1} `).exec(gump.layout.text)?.[1],
    );
    gordon.send(packets.encodeGumpResponse, {
      serial: gump.serial,
      gumpId: gump.gumpId,
      button: entry + 1,
      inputs: { switches: [], texts: { entries: [{ id: entry, text }] } },
    });
    gordons.clear();
    shard.tick(500);
  };
  press('item.hue', '0x21');
  assert.equal(world.require(dagger, Item).hue, 0x21);
  assert.deepEqual(words(gordons), ['hue is now 0x21.']);
  press('item.hue', '70000');
  assert.equal(world.require(dagger, Item).hue, 0x21);
  assert.match(words(gordons)[0] ?? '', /is no value for hue/);
  // What the thing has changes while the gump is open; the button still means what it was shown for.
  shard.act(({ world }) => world.set(dagger, ItemName, { name: 'Biter' }));
  press('decay.dueMs', '5000000');
  assert.equal(world.require(dagger, Decay).dueMs, 5_000_000);
  assert.equal(world.require(dagger, ItemName).name, 'Biter');
});

test("props of a place tells what the land is there, and what the world itself keeps is nobody's to set", async () => {
  const { shard, world, gordon, gordons, command } = await scene();
  command('.light 12');
  gordons.clear();
  command('.props');
  pointAt(shard, gordon, gordons, 0, 101, 102);
  assert.match(words(gordons).join(), /^Land 0x[0-9a-f]+ \(.*\) at 101, 102, 0\.$/);
  assert.deepEqual(gordons.of('compressed_gump'), []);
  command('.props');
  pointAt(shard, gordon, gordons, 0, 5_000, 5_000);
  assert.match(words(gordons).join(), /no such place/);
  command('.set level 3');
  pointAt(shard, gordon, gordons, 0, 101, 102);
  assert.match(words(gordons).join(), /has no property 'level'/);
  assert.equal(setLightOf(world), 12);
});

test('an answer to a gump that was not sent, or a second answer, has no effect', async () => {
  const { shard, world, gordon, anna, gordons, command } = await scene();
  const dagger = layDown(shard, 'dagger', 101, 101);
  command('.props');
  pointAt(shard, gordon, gordons, dagger);
  const { serial, gumpId } = gordons.of('compressed_gump').at(-1)!;
  const before = JSON.stringify(world.inspect(dagger));
  const texts = { entries: [0, 1, 2, 3, 4].map((id) => ({ id, text: '7' })) };
  const answer = { serial, gumpId, inputs: { switches: [], texts } };
  for (let button = 1; button < 8; button++) anna.send(packets.encodeGumpResponse, { ...answer, button });
  gordon.send(packets.encodeGumpResponse, { ...answer, button: 200 });
  gordon.send(packets.encodeGumpResponse, { ...answer, button: 1 });
  shard.tick();
  assert.equal(JSON.stringify(world.inspect(dagger)), before);
});

test('a button that a gump does not have does nothing', async () => {
  const { shard, gordon, anna, gordons, command } = await scene();
  command('.props');
  pointAt(shard, gordon, gordons, anna.serial);
  const { serial, gumpId, layout, lines } = gordons.of('compressed_gump').at(-1)!;
  const rows = lines!.lines.map(({ text }) => text).filter((text) => /^[a-z-]+\.[a-zA-Z]+$/.test(text));
  const sealed = rows.indexOf('presence.session') + 1;
  assert.ok(sealed > 0 && !layout.text.includes(` 1 0 ${sealed} }`));
  gordons.clear();
  const inputs = { switches: [], texts: { entries: [] } };
  gordon.send(packets.encodeGumpResponse, { serial, gumpId, button: sealed, inputs });
  shard.tick();
  assert.deepEqual(gordons.kinds, []);
});

test('set changes what is pointed at, and no session or account', async () => {
  const { shard, world, gordon, anna, gordons, command } = await scene();
  const set = (line: string, target: number): string => {
    command(`.set ${line}`);
    pointAt(shard, gordon, gordons, target);
    return words(gordons).at(-1) ?? '';
  };
  assert.equal(set('name Queen Anna', anna.serial), 'name is now Queen Anna.');
  assert.equal(world.require(anna.serial, Mobile).name, 'Queen Anna');
  for (const line of ['character.account 1', 'walker.sequence 3', 'presence.session 1']) {
    assert.match(set(line, anna.serial), /cannot be set/);
  }
  const account = shard.game.context.accounts.find('anna')!;
  assert.match(set('access 5', account), /no property/);
  assert.match(set('nonsense 5', anna.serial), /no property/);
  assert.equal(world.require(account, Account).access, 0);
});

test('what is set to the utmost still goes over the wire', async () => {
  const { shard, gordon, anna, gordons, annas, command } = await scene();
  const long = 'N'.repeat(200);
  for (const line of [
    `name ${long}`,
    `title ${long}`,
    'body 65535',
    'mobile.hue 65535',
    'direction 255',
    'stats.str 65535',
    'hits -32768',
    'race 255',
  ]) {
    command(`.set ${line}`);
    pointAt(shard, gordon, gordons, anna.serial);
    anna.send(packets.encodeStatusRequest, { kind: 4, serial: anna.serial });
    gordon.use(anna.serial);
    gordon.send(packets.encodeNameRequest, { serial: anna.serial });
    gordon.send(packets.encodePropertyListRequest, { serials: [anna.serial] });
    anna.walk(2);
    anna.say('hail');
    shard.tick(1_000);
  }
  assert.ok(annas.of('status').length >= 8);
  const heavy = layDown(shard, 'dagger', anna.x, anna.y);
  command('.set item.amount 65535');
  pointAt(shard, gordon, gordons, heavy);
  anna.lift(heavy, 65_535);
  shard.tick(500);
  assert.equal(annas.of('status').at(-1)?.basic?.weight, 65_535);
  assert.equal(anna.closed, null);
});

test('remove ends a thing, but no person, no backpack and no hair', async () => {
  const { shard, world, gordon, anna, gordons, command } = await scene();
  const remove = (target: number): void => {
    command('.remove');
    pointAt(shard, gordon, gordons, target);
  };
  const dagger = putInto(shard, 'dagger', backpackOf(shard, anna));
  remove(dagger);
  assert.equal(world.exists(dagger), false);
  for (const target of [anna.serial, backpackOf(shard, anna), shard.game.context.accounts.find('anna')!]) {
    remove(target);
    assert.equal(world.exists(target), true);
  }
});

test('go, tele, goname and bring move people', async () => {
  const { shard, gordon, anna, gordons, annas, command } = await scene();
  command('.go 50 60');
  assert.deepEqual([gordon.x, gordon.y], [50, 60]);
  command('.go there');
  assert.deepEqual([gordon.x, gordon.y], [20, 20]);
  for (const line of ['.go 5000 5000', '.go -1 5', '.go 50 60 0 7', '.go 50 60 999']) {
    command(line);
    assert.deepEqual([gordon.x, gordon.y, words(gordons)[0]], [20, 20, 'There is no such place.'], line);
  }
  command('.tele');
  pointAt(shard, gordon, gordons, 0, 70, 71);
  assert.deepEqual([gordon.x, gordon.y], [70, 71]);
  command('.goname ann');
  assert.deepEqual([gordon.x, gordon.y], [105, 100]);
  command('.go 50 60');
  annas.clear();
  command('.bring Anna');
  assert.deepEqual([anna.x, anna.y], [50, 60]);
  assert.ok(annas.of('mobile_incoming').some(({ serial }) => serial === gordon.serial));
});

test('who lists everybody and leads to them', async () => {
  const { shard, gordon, gordons, command } = await scene();
  command('.who');
  const gump = gordons.of('compressed_gump')[0]!;
  const lines = gump.lines!.lines.map(({ text }) => text);
  assert.ok(lines.includes('Anna') && lines.includes('Gordon'));
  const button = lines.indexOf('Anna') < lines.indexOf('Gordon') ? 1 : 2;
  gordon.send(packets.encodeGumpResponse, { serial: gump.serial, gumpId: gump.gumpId, button });
  shard.tick();
  assert.deepEqual([gordon.x, gordon.y], [105, 100]);
});

test('kick ends a session, ban keeps the account out until unban', async () => {
  const { shard, anna, command } = await scene();
  command('.kick Anna');
  assert.equal(anna.closed, 'kicked');
  const again = shard.client('anna');
  await shard.until(again.login(0));
  command('.ban anna being rude');
  assert.equal(again.closed, 'banned');
  const { banned, banReason } = shard.game.world.require(shard.game.context.accounts.find('anna')!, Account);
  assert.deepEqual([banned, banReason], [true, 'being rude']);
  await assert.rejects(shard.until(shard.client('anna').login(0)));
  command('.unban anna');
  await shard.until(shard.client('anna').login(0));
});

test('setaccess counts at once, both ways, and a cursor that was up is no way around it', async () => {
  const { shard, world, anna, annas, command } = await scene();
  command('.setaccess anna gamemaster');
  for (const line of ['.add dagger', '.who']) anna.say(line);
  shard.tick();
  const { gumpId, serial } = annas.of('compressed_gump').at(-1)!;
  command('.setaccess anna player');
  const things = backpackOf(shard, anna);
  const before = JSON.stringify([world.holders.count(things), world.placement(anna.serial)]);
  pointAt(shard, anna, annas, things);
  const inputs = { switches: [], texts: { entries: [] } };
  anna.send(packets.encodeGumpResponse, { serial, gumpId, button: 1, inputs });
  anna.say('.add dagger');
  shard.tick();
  assert.deepEqual(words(annas), Array(3).fill('That is not a command.'));
  assert.equal(JSON.stringify([world.holders.count(things), world.placement(anna.serial)]), before);
});

test('staff in a browser lose their rights at once, too', async () => {
  const { shard, world, command } = await scene();
  const wilma = await shard.enterWeb('wilma', 'Wilma');
  const heard = new WebInbox(wilma);
  const go = (x: number): number => {
    wilma.say(`.go ${x} 110`);
    shard.tick(500);
    return world.placement(wilma.serial)!.x;
  };
  const start = go(111);
  command('.setaccess wilma counselor');
  assert.deepEqual([start === 111, go(112)], [false, 112]);
  heard.clear();
  command('.setaccess wilma player');
  assert.equal(go(113), 112);
  assert.deepEqual(
    heard.of('told').map(({ text }) => text),
    ['That is not a command.'],
  );
});

test('broadcast, help, where, invul, save and shutdown do what they say', async () => {
  const { world, gordon, gordons, annas, command } = await scene();
  command('[broadcast hear "me all"');
  assert.deepEqual(words(annas), ['hear me all']);
  command('.help');
  const [list] = gordons.of('compressed_gump');
  // Clients show no entities, and take a word in angle brackets for a tag.
  assert.match(JSON.stringify(list), /<i>template or graphic<\/i>/);
  assert.doesNotMatch(JSON.stringify(list), /&\w+;/);
  command('.where');
  assert.match(words(gordons)[0] ?? '', /100, 100, 0 on facet 0/);
  command('.invul');
  assert.equal(world.require(gordon.serial, Mobile).invulnerable, true);
  command('.shutdown soon');
  assert.match(words(gordons)[0] ?? '', /^Usage/);
  annas.clear();
  command('.shutdown 30');
  assert.deepEqual(words(annas), ['The shard goes down in 30 seconds.']);
});

test('a wish to save is answered once everything up to it is durable, and at once when it is already', async () => {
  const { shard, gordons, command } = await scene();
  shard.durable(false);
  command('.invul');
  command('.save');
  shard.tick(1_000);
  assert.deepEqual(words(gordons), []);
  shard.durable(true);
  assert.deepEqual(words(gordons), ['Everything up to your command is safe on disk.']);
  gordons.clear();
  command('.save');
  assert.deepEqual(words(gordons), ['Everything up to your command is safe on disk.']);
});

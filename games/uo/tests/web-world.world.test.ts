import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccessLevel } from '../rules/accounts/account.ts';
import { Layer } from '../rules/things/item.ts';
import { wornOn } from '../rules/things/worn.ts';
import { backpackOf, enterStaff, layDown, moveTo, putInto } from '../testing/arrange.ts';
import { Inbox } from '../testing/inbox.ts';
import { TestShard } from '../testing/test-shard.ts';
import { WebInbox } from '../testing/web-inbox.ts';
import * as web from '../web/index.ts';

const EAST = 2;
const SOUTH = 4;

/** Anna in a browser and Bert with a UO client, three tiles apart. */
async function pair() {
  const shard = new TestShard();
  const anna = await shard.enterWeb('anna', 'Anna');
  const bert = await shard.enter('bert', 'Bert');
  const seen = { anna: new WebInbox(anna), bert: new Inbox(bert) };
  moveTo(shard, anna, 100, 100);
  moveTo(shard, bert, 103, 100);
  shard.tick(1_000);
  return { shard, anna, bert, seen };
}

test('what enters comes in the order that is promised', async () => {
  const shard = new TestShard();
  const bert = await shard.enter('bert', 'Bert');
  const anna = shard.webClient('anna');
  const heard = new WebInbox(anna);
  await shard.until(anna.login(0, { name: 'Anna' }));
  const kinds = heard.kinds.slice(heard.kinds.indexOf('entered'));
  assert.deepEqual(kinds.slice(0, 5), ['entered', 'facet_entered', 'light', 'mobile', 'status']);
  assert.equal(kinds.at(-1), 'skills');
  const [self, other] = heard.of('mobile');
  assert.deepEqual([self?.serial, self?.name], [anna.serial, 'Anna']);
  assert.deepEqual([other?.serial, other?.name], [bert.serial, 'Bert']);
  assert.ok(self!.worn.some(({ layer }) => layer === Layer.shirt));
});

test('both kinds of clients see each other walk, turn and run', async () => {
  const { anna, bert, seen, shard } = await pair();
  anna.walk(EAST);
  bert.walk(EAST);
  shard.tick(500);
  anna.walk(EAST, true);
  bert.walk(EAST, true);
  shard.tick(500);
  assert.deepEqual(
    seen.bert.of('mobile_moving').map(({ direction, serial, x }) => ({ direction, serial, x })),
    [
      { direction: EAST, serial: anna.serial, x: 100 },
      { direction: EAST | 0x80, serial: anna.serial, x: 101 },
    ],
  );
  assert.deepEqual(
    seen.anna.of('mobile_moved').map(({ facing, serial, x, y }) => ({ facing, serial, x, y })),
    [
      { facing: EAST, serial: bert.serial, x: 103, y: 100 },
      { facing: EAST | 0x80, serial: bert.serial, x: 104, y: 100 },
    ],
  );
  assert.deepEqual([anna.x, anna.y, anna.count.accepted, anna.count.errors], [101, 100, 2, 0]);
});

test('both kinds of clients hear each other say, whisper, yell and emote', async () => {
  const { anna, bert, seen, shard } = await pair();
  for (const manner of [web.Manner.say, web.Manner.yell, web.Manner.emote])
    anna.send(web.encodeSpeakRequest, { manner, hue: 50, text: 'Grüße <i>' });
  shard.tick();
  assert.deepEqual(
    seen.bert.of('unicode_speech').map(({ kind, name, text }) => [kind, name, text]),
    [
      [0, 'Anna', 'Grüße <i>'],
      [9, 'Anna', 'Grüße <i>'],
      [2, 'Anna', '*Grüße <i>*'],
    ],
  );
  seen.anna.clear();
  bert.say('Hello');
  shard.tick();
  assert.deepEqual(
    seen.anna.of('spoken').map(({ manner, name, serial, text }) => [manner, name, serial, text]),
    [[web.Manner.say, 'Bert', bert.serial, 'Hello']],
  );
});

test('as many steps as may be under way come at once after a stall: all are taken, at their pace', async () => {
  const { anna, seen, shard } = await pair();
  anna.walk(EAST);
  anna.walk(SOUTH);
  shard.tick(1_000);
  const { accepted } = anna.count;
  for (let i = 0; i < web.STEPS_IN_FLIGHT; i++) assert.ok(anna.walk(SOUTH, true));
  assert.equal(anna.walk(SOUTH, true), false);
  shard.tick(10);
  assert.ok(anna.count.accepted - accepted < 10, 'not all at once');
  for (let i = 0; i < 100; i++) shard.tick(50);
  assert.equal(anna.count.accepted - accepted, web.STEPS_IN_FLIGHT);
  assert.equal(anna.count.denied, 0);
  assert.equal(anna.y, 100 + web.STEPS_IN_FLIGHT);
  assert.ok(seen.bert.of('mobile_moving').length > 15);
});

test('one step more than may be under way is denied, and those after it get no answer', async () => {
  const { anna, shard } = await pair();
  anna.walk(SOUTH);
  shard.tick(1_000);
  for (let sequence = 1; sequence < 60; sequence++)
    anna.send(web.encodeWalkRequest, { sequence, facing: SOUTH });
  shard.tick();
  assert.equal(anna.count.denied, 1);
  for (let i = 0; i < 100; i++) shard.tick(50);
  assert.equal(anna.count.denied, 1);
  const y = anna.y;
  anna.walk(SOUTH);
  shard.tick(1_000);
  assert.equal(anna.y, y + 1, 'the next one begins at 0 again');
});

test('a step into the edge of the world is denied with the place where one stands', async () => {
  const { anna, seen, shard } = await pair();
  moveTo(shard, anna, 100, 255);
  anna.walk(SOUTH);
  anna.walk(SOUTH);
  shard.tick(1_000);
  assert.deepEqual(
    seen.anna.of('step_denied').map(({ facing, x, y, z }) => ({ facing, x, y, z })),
    [{ facing: SOUTH, x: 100, y: 255, z: 0 }],
  );
});

test('who jumps is told where it is and what is there', async () => {
  const { anna, bert, seen, shard } = await pair();
  const coin = layDown(shard, 'gold-coin', 200, 200, 5);
  seen.anna.clear();
  moveTo(shard, anna, 200, 201);
  assert.deepEqual(
    seen.anna.of('placed').map(({ facet, x, y }) => ({ facet, x, y })),
    [{ facet: 0, x: 200, y: 201 }],
  );
  assert.deepEqual(
    seen.anna.of('ground_item').map(({ amount, flags, serial }) => ({ amount, flags, serial })),
    [{ amount: 5, flags: web.ItemFlag.movable, serial: coin }],
  );
  assert.deepEqual(seen.bert.of('delete_object').at(-1), { serial: anna.serial });
  seen.anna.clear();
  anna.send(web.encodePlaceRequest, {});
  shard.tick();
  assert.deepEqual([seen.anna.of('placed')[0]?.x, seen.anna.of('ground_item').length], [200, 1]);
  assert.notEqual(bert.serial, anna.serial);
});

test('things are lifted, split, dropped, put into containers and worn, and others see it', async () => {
  const { anna, bert, seen, shard } = await pair();
  const ingots = layDown(shard, 'iron-ingot', 101, 100, 10);
  const backpack = backpackOf(shard, anna);
  seen.anna.clear();
  anna.lift(ingots, 4);
  shard.tick();
  assert.deepEqual(
    seen.anna.of('held_item').map(({ amount, serial }) => ({ amount, serial })),
    [{ amount: 4, serial: ingots }],
  );
  const rest = seen.anna.of('ground_item').find(({ amount }) => amount === 6);
  assert.ok(rest !== undefined && rest.serial !== ingots);
  anna.use(backpack);
  anna.drop(ingots, backpack);
  shard.tick();
  assert.equal(seen.anna.of('drop_taken').length, 1);
  const opened = seen.anna.of('container_opened')[0]!;
  assert.equal(opened.serial, backpack);
  assert.ok(
    seen.anna
      .of('contained_item')
      .some(({ container, item }) => item.serial === ingots && container === backpack),
  );

  anna.lift(rest.serial, 6);
  shard.tick();
  anna.drop(rest.serial, web.ONTO_GROUND, 100, 101);
  shard.tick();
  assert.ok(
    seen.bert.of('world_item').some(({ serial, x, y }) => serial === rest.serial && x === 100 && y === 101),
  );

  const hat = putInto(shard, 'plate-helm', backpack);
  anna.lift(hat);
  shard.tick();
  anna.send(web.encodeEquipRequest, { serial: hat, layer: Layer.helmet, mobile: anna.serial });
  shard.tick();
  assert.equal(wornOn(shard.game.world, anna.serial, Layer.helmet), hat);
  assert.ok(seen.bert.of('worn_item').some(({ mobile, serial }) => serial === hat && mobile === anna.serial));

  bert.lift(rest.serial, 6);
  shard.tick();
  assert.deepEqual(seen.anna.of('gone').at(-1), { serial: rest.serial });
  anna.lift(rest.serial);
  shard.tick();
  assert.deepEqual(seen.anna.of('lift_refused').at(-1)?.serial, rest.serial);
});

test('books are read and written, tooltips and labels told in words', async () => {
  const { anna, seen, shard } = await pair();
  const book = putInto(shard, 'book-blank-red', backpackOf(shard, anna));
  anna.use(book);
  shard.tick();
  assert.equal(seen.anna.of('book')[0]?.writable, 1);
  anna.send(web.encodePageChange, {
    serial: book,
    number: 1,
    page: { lines: [{ text: 'Once' }, { text: 'upon <a> time' }] },
  });
  anna.send(web.encodeTitleChange, { serial: book, title: 'Tales', author: 'Anna' });
  shard.tick();
  anna.use(book);
  shard.tick();
  const read = seen.anna.of('book').at(-1)!;
  assert.deepEqual([read.title, read.author], ['Tales', 'Anna']);
  assert.deepEqual(
    read.pages[0]?.lines.map(({ text }) => text),
    ['Once', 'upon <a> time'],
  );

  anna.send(web.encodePropertiesRequest, { serials: [book, backpackOf(shard, anna), anna.serial] });
  shard.tick();
  const lines = seen.anna.of('properties').map((list) => list.lines.map(({ text }) => text));
  assert.match(lines[0]!.join('|'), /\|Weight: \d+ stones?$/);
  assert.match(lines[1]!.join('|'), /\|Contents: \d+\/\d+ items, \d+ stones$/);
  assert.deepEqual(lines[2], ['Anna']);
  anna.send(web.encodeLookRequest, { serial: book });
  shard.tick();
  assert.deepEqual(
    seen.anna.of('told').map(({ kind, serial }) => [kind, serial]),
    [[web.ToldKind.label, book]],
  );
});

test('paperdoll, profile, health, war, gestures, locks and view range are answered', async () => {
  const { anna, bert, seen, shard } = await pair();
  anna.send(web.encodePaperdollRequest, { serial: bert.serial });
  anna.send(web.encodeProfileChange, { text: 'A <b>bold</b> person' });
  anna.send(web.encodeHealthRequest, { serial: bert.serial });
  anna.send(web.encodeWarModeRequest, { war: 1 });
  anna.send(web.encodeGestureRequest, { gesture: web.Gesture.salute });
  anna.send(web.encodeSkillLockRequest, { skill: 3, lock: 2 });
  anna.send(web.encodeViewRangeRequest, { tiles: 60 });
  shard.tick();
  anna.send(web.encodeSkillsRequest, {});
  anna.send(web.encodeProfileRequest, { serial: anna.serial });
  shard.tick();
  assert.deepEqual(seen.anna.of('paperdoll')[0]?.text, 'Bert');
  assert.equal(seen.anna.of('health')[0]?.percent, 100);
  assert.equal(seen.anna.of('war_mode')[0]?.war, 1);
  assert.equal(seen.anna.of('view_range')[0]?.tiles, 24);
  assert.equal(seen.anna.of('skills')[0]?.skills[3]?.lock, 2);
  assert.equal(seen.anna.of('profile')[0]?.text, 'A <b>bold</b> person');
  assert.equal(seen.bert.of('character_animation')[0]?.action, 33);
  assert.equal(seen.bert.of('mobile_incoming').at(-1)!.flags & 0x40, 0x40);
});

test('staff in a browser have their commands, cursors and gumps', async () => {
  const shard = new TestShard();
  const access = AccessLevel.gamemaster;
  shard.game.offer({ kind: 'create-account', session: 0, name: 'gm', passwordHash: 'secret', access });
  shard.tick();
  const staff = await shard.enterWeb('gm', 'Gina');
  const anna = await enterStaff(shard, 'Olga', AccessLevel.player);
  const seen = new WebInbox(staff);
  staff.say('.add chest-wooden');
  shard.tick();
  const { cursor, ground } = seen.of('target_asked')[0]!;
  assert.equal(ground, 1);
  const at = { x: staff.x + 1, y: staff.y, z: 0, graphic: 0 };
  staff.send(web.encodeTargetAnswer, { cursor, choice: web.TargetChoice.place, serial: 0, ...at });
  shard.tick();
  const chest = seen.of('ground_item').at(-1)!;
  staff.say('.props');
  shard.tick();
  const asked = seen.of('target_asked').at(-1)!;
  const chosen = { choice: web.TargetChoice.object, serial: chest.serial, x: 0, y: 0, z: 0, graphic: 0 };
  staff.send(web.encodeTargetAnswer, { cursor: asked.cursor, ...chosen });
  shard.tick();
  const gump = seen.of('gump').at(-1)!;
  assert.match(gump.layout, /resizepic/);
  assert.ok(gump.lines.length > 0);
  staff.send(web.encodeGumpAnswer, {
    serial: gump.serial,
    kind: gump.kind,
    button: 0,
    switches: [],
    entries: [],
  });
  shard.tick();
  assert.ok(anna.inWorld);
});

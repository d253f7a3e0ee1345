import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as packets from '../protocol/index.ts';
import { AccessLevel } from '../rules/accounts/account.ts';
import { enterStaff, layDown, moveTo } from '../testing/arrange.ts';
import { Inbox } from '../testing/inbox.ts';
import { TestShard } from '../testing/test-shard.ts';

const EAST = 2;
const WEST = 6;

/** Two people at (100, 100) and `apart` tiles east of it, with what each has been sent since. */
async function pair(apart: number) {
  const shard = new TestShard();
  const anna = await shard.enter('anna', 'Anna');
  const bert = await shard.enter('bert', 'Bert');
  const inboxes = { anna: new Inbox(anna), bert: new Inbox(bert) };
  moveTo(shard, anna, 100, 100);
  moveTo(shard, bert, 100 + apart, 100);
  shard.tick(1_000);
  return { shard, anna, bert, inboxes };
}

test('who enters is shown to those who are there, and sees them', async () => {
  const shard = new TestShard();
  const anna = await shard.enter('anna', 'Anna');
  const seen = new Inbox(anna);
  const bert = shard.client('bert');
  const own = new Inbox(bert);
  await shard.until(bert.login(0, { name: 'Bert' }));
  assert.deepEqual(
    seen.of('mobile_incoming').map(({ serial }) => serial),
    [bert.serial],
  );
  assert.ok(own.of('mobile_incoming').some(({ serial }) => serial === anna.serial));
});

test('a step and a turn are shown to whoever is near, as 0x77', async () => {
  const { shard, anna, bert, inboxes } = await pair(5);
  inboxes.bert.clear();
  anna.walk(EAST);
  shard.tick(500);
  anna.walk(EAST);
  shard.tick(500);
  const moves = inboxes.bert.of('mobile_moving');
  assert.deepEqual(
    moves.map(({ serial, x, y, direction }) => ({ serial, x, y, direction })),
    [
      { serial: anna.serial, x: 100, y: 100, direction: EAST },
      { serial: anna.serial, x: 101, y: 100, direction: EAST },
    ],
  );
  assert.deepEqual(inboxes.bert.of('mobile_incoming'), []);
  anna.walk(EAST, true);
  shard.tick(500);
  assert.equal(inboxes.bert.of('mobile_moving').at(-1)?.direction, EAST | 0x80);
  assert.equal(bert.count.errors + anna.count.errors, 0);
});

test('who leaves the range is seen no more, and shown anew (0x78) on coming back', async () => {
  const { shard, anna, inboxes } = await pair(18);
  // To face west is the first request.
  for (let i = 0; i < 3; i++) {
    anna.walk(WEST);
    shard.tick(1_000);
  }
  assert.equal(anna.x, 98);
  inboxes.bert.clear();
  anna.walk(WEST);
  shard.tick(1_000);
  assert.deepEqual(inboxes.bert.of('mobile_moving'), [], 'out of sight nothing is told');
  for (let i = 0; i < 4; i++) {
    anna.walk(EAST);
    shard.tick(1_000);
  }
  assert.equal(anna.x, 100);
  assert.deepEqual(
    inboxes.bert.of('mobile_incoming').map(({ serial }) => serial),
    [anna.serial],
  );
});

test('the walker too is shown whom it comes near, once', async () => {
  const { shard, anna, bert, inboxes } = await pair(20);
  inboxes.anna.clear();
  for (let i = 0; i < 5; i++) {
    anna.walk(EAST);
    shard.tick(1_000);
  }
  assert.deepEqual(
    inboxes.anna.of('mobile_incoming').map(({ serial }) => serial),
    [bert.serial],
  );
});

test('things on the ground are shown when they come into range', async () => {
  const { shard, anna, inboxes } = await pair(5);
  const far = layDown(shard, 'dagger', 119, 100);
  assert.deepEqual(
    inboxes.anna.of('world_item').filter(({ serial }) => serial === far),
    [],
  );
  for (let i = 0; i < 2; i++) {
    anna.walk(EAST);
    shard.tick(1_000);
  }
  assert.equal(inboxes.anna.of('world_item').filter(({ serial }) => serial === far).length, 1);
});

test('a larger view range shows what lies in it; the range stays within its bounds', async () => {
  const { shard, anna, inboxes } = await pair(5);
  const far = layDown(shard, 'dagger', 122, 100);
  inboxes.anna.clear();
  anna.send(packets.encodeViewRangeRequest, { range: 24 });
  shard.tick();
  assert.deepEqual(inboxes.anna.of('view_range'), [{ range: 24 }]);
  assert.deepEqual(
    inboxes.anna.of('world_item').map(({ serial }) => serial),
    [far],
  );
  anna.send(packets.encodeViewRangeRequest, { range: 200 });
  anna.send(packets.encodeViewRangeRequest, { range: 0 });
  shard.tick();
  assert.deepEqual(inboxes.anna.of('view_range').slice(1), [{ range: 24 }, { range: 5 }]);
});

test('hidden staff are unseen by players and by lower staff, and seen again when they show themselves', async () => {
  const { shard, anna, inboxes } = await pair(5);
  const staff = await enterStaff(shard, 'Gordon', AccessLevel.gamemaster);
  const junior = await enterStaff(shard, 'Conny', AccessLevel.counselor);
  const senior = await enterStaff(shard, 'Adele', AccessLevel.administrator);
  for (const client of [staff, junior, senior]) moveTo(shard, client, 102, 100);
  const juniors = new Inbox(junior);
  const seniors = new Inbox(senior);
  inboxes.anna.clear();
  staff.say('.hide');
  shard.tick();
  for (const inbox of [inboxes.anna, juniors]) {
    assert.deepEqual(
      inbox.of('delete_object').map(({ serial }) => serial),
      [staff.serial],
    );
  }
  assert.deepEqual(seniors.of('delete_object'), []);
  inboxes.anna.clear();
  staff.walk(EAST);
  shard.tick(500);
  staff.walk(EAST);
  shard.tick(500);
  anna.walk(EAST);
  shard.tick(500);
  anna.walk(EAST);
  shard.tick(500);
  assert.ok(!JSON.stringify(inboxes.anna.of('mobile_moving')).includes(`${staff.serial}`));
  assert.deepEqual(
    inboxes.anna.of('mobile_incoming').filter(({ serial }) => serial === staff.serial),
    [],
  );

  // Nor does a client that guesses the serial learn anything.
  inboxes.anna.clear();
  anna.use(staff.serial);
  anna.send(packets.encodeLookRequest, { serial: staff.serial });
  anna.send(packets.encodeNameRequest, { serial: staff.serial });
  anna.send(packets.encodeStatusRequest, { kind: 4, serial: staff.serial });
  anna.send(packets.encodePropertyListRequest, { serials: [staff.serial] });
  anna.send(packets.encodeProfileRequest, { mode: 0, serial: staff.serial });
  shard.tick();
  assert.deepEqual(inboxes.anna.kinds, []);

  staff.say('.unhide');
  shard.tick();
  assert.deepEqual(
    inboxes.anna.of('mobile_incoming').map(({ serial }) => serial),
    [staff.serial],
  );
});

test('the edge of the facet cannot be crossed', async () => {
  const { shard, anna } = await pair(5);
  moveTo(shard, anna, 0, 0);
  for (const direction of [0, 0, 6, 6, 7, 7]) {
    anna.walk(direction);
    shard.tick(1_000);
  }
  assert.deepEqual([anna.x, anna.y], [0, 0]);
  assert.equal(anna.count.denied, 3);
  moveTo(shard, anna, 255, 255);
  for (const direction of [2, 2, 4, 4, 3, 3]) {
    anna.walk(direction);
    shard.tick(1_000);
  }
  assert.deepEqual([anna.x, anna.y], [255, 255]);
});

test('who asks for steps faster than they take is held to the pace, and loses none', async () => {
  const { shard, anna } = await pair(5);
  anna.walk(EAST);
  shard.tick(5_000);
  const from = anna.x;
  // Running takes 200 ms a step, and five steps of credit have come together.
  for (let time = 0; time < 4_000; time += 50) {
    anna.walk(EAST, true);
    shard.tick(50);
  }
  const steps = anna.x - from;
  assert.ok(steps >= 20 && steps <= 27, `${steps} steps in 4 s`);
  assert.equal(anna.count.denied + anna.count.errors, 0);
});

test('a client that lost its way is told where it is and can walk on', async () => {
  const { shard, anna, inboxes } = await pair(5);
  inboxes.anna.clear();
  anna.send(packets.encodeResyncRequest, {});
  shard.tick();
  assert.equal(inboxes.anna.of('update_player').length, 1);
  anna.walk(EAST);
  shard.tick(1_000);
  anna.walk(EAST);
  shard.tick(1_000);
  assert.deepEqual([anna.x, anna.count.errors], [101, 0]);
});

test('war mode is answered, and others see it', async () => {
  const { shard, anna, inboxes } = await pair(5);
  inboxes.bert.clear();
  anna.send(packets.encodeWarModeRequest, { war: 1 });
  shard.tick();
  assert.equal(inboxes.anna.of('war_mode').at(-1)?.war, 1);
  assert.equal(inboxes.bert.of('mobile_incoming').at(-1)!.flags & 0x40, 0x40);
  anna.send(packets.encodeWarModeRequest, { war: 0 });
  anna.send(packets.encodeWarModeRequest, { war: 0 });
  shard.tick();
  assert.deepEqual(
    inboxes.anna
      .of('war_mode')
      .slice(-2)
      .map(({ war }) => war),
    [0, 0],
  );
});

test('status, skills, names and tooltips are answered for what the client sees', async () => {
  const { shard, anna, bert, inboxes } = await pair(5);
  const dagger = layDown(shard, 'dagger', 101, 101);
  inboxes.anna.clear();
  anna.send(packets.encodeStatusRequest, { kind: 4, serial: bert.serial });
  anna.send(packets.encodeStatusRequest, { kind: 4, serial: anna.serial });
  anna.send(packets.encodeStatusRequest, { kind: 5, serial: anna.serial });
  anna.send(packets.encodeNameRequest, { serial: bert.serial });
  anna.send(packets.encodePropertyListRequest, { serials: [bert.serial, dagger] });
  shard.tick();
  const [others, own] = inboxes.anna.of('status');
  assert.deepEqual([others?.name, others?.hitsMax, others?.basic], ['Bert', 100, undefined]);
  assert.equal(own?.basic?.strength, 60);
  assert.equal(inboxes.anna.of('skills').length, 1);
  assert.deepEqual(
    inboxes.anna.of('mobile_name').map(({ name }) => name),
    ['Bert'],
  );
  const lists = inboxes.anna.of('property_list');
  assert.deepEqual(
    lists.map(({ serial }) => serial),
    [bert.serial, dagger],
  );
  assert.match(JSON.stringify(lists[1]?.lines), /dagger/);
});

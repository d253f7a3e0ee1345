import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heldBy } from '../rules/things/worn.ts';
import { boxesOf, TradeBox } from '../rules/trade/trade-box.ts';
import { moveTo, putInto } from '../testing/arrange.ts';
import { isClosed, LOOKED_MS, marks, type Trader, tradeScene } from '../testing/trade-scene.ts';

const closing = { unknown: new Uint8Array(9) };

test('a thing that is dropped on somebody opens a window for both, and lies in it', async () => {
  const { shard, world, anna, bert, carl, dagger, clear } = await tradeScene();
  anna.client.lift(dagger);
  shard.tick();
  clear();
  anna.client.drop(dagger, bert.client.serial);
  shard.tick();
  const [annas, berts] = [anna.box(), bert.box()];
  assert.equal(world.parentOf(dagger), annas);
  const box = { graphic: 0x1e5e, layer: 0x1f, hue: 0, unknown: 0 };
  for (const [who, own, other, partner, name] of [
    [anna, annas, berts, bert, 'Bert'],
    [bert, berts, annas, anna, 'Anna'],
  ] as const) {
    const worn = who.inbox
      .of('worn_item')
      .map(({ serial, graphic, layer, mobile }) => [serial, graphic, layer, mobile]);
    assert.deepEqual(worn, [
      [own, box.graphic, box.layer, who.client.serial],
      [other, box.graphic, box.layer, partner.client.serial],
    ]);
    assert.deepEqual(
      who.inbox.of('secure_trade').map(({ action, serial, body }) => ({ action, serial, body })),
      [
        {
          action: 0,
          serial: partner.client.serial,
          body: { ownContainer: own, otherContainer: other, hasName: 1, name },
        },
        { action: 2, serial: own, body: { own: 0, other: 0, unknown: 0 } },
      ],
    );
    const [shown] = who.inbox.of('container_item');
    assert.deepEqual([shown?.serial, shown?.container], [dagger, annas]);
    // The containers come before the window that shows them, and the thing after it.
    const order = who.inbox.kinds.filter((kind) =>
      ['worn_item', 'secure_trade', 'container_item'].includes(kind),
    );
    assert.deepEqual(order, ['worn_item', 'worn_item', 'secure_trade', 'secure_trade', 'container_item']);
  }
  assert.equal(anna.inbox.of('drop_accepted').length, 1);
  assert.deepEqual(carl.inbox.kinds, []);
});

test('both accept: what each offered is the other’s, and the windows close', async () => {
  const { shard, world, anna, bert, dagger, bag, clear, offerBoth } = await tradeScene();
  offerBoth();
  const [annas, berts] = [anna.box(), bert.box()];
  anna.accept();
  assert.deepEqual(
    [marks(anna), marks(bert)],
    [
      [1, 0],
      [0, 1],
    ],
  );
  clear();
  bert.accept();
  assert.deepEqual(
    [marks(anna), marks(bert)],
    [
      [1, 1],
      [1, 1],
    ],
  );
  shard.tick();
  assert.equal(world.parentOf(dagger), bert.backpack);
  assert.equal(world.parentOf(bag), anna.backpack);
  for (const [who, own, other] of [
    [anna, annas, berts],
    [bert, berts, annas],
  ] as const) {
    const [last] = who.inbox.of('secure_trade').slice(-1);
    assert.deepEqual([last?.action, last?.serial, last?.body], [1, own, closing]);
    const deleted = who.inbox.of('delete_object').map(({ serial }) => serial);
    assert.deepEqual(deleted.slice(-2), [own, other]);
    assert.equal(world.exists(own), false);
  }
});

test('the transfer is one commit record, and nobody sees it done before that record is durable', async () => {
  const { shard, world, anna, bert, carl, dagger, bag, clear, offerBoth } = await tradeScene();
  offerBoth();
  shard.durable(false);
  anna.accept();
  clear();
  const before = shard.commits.length;
  bert.accept();
  assert.equal(shard.commits.length, before + 1);
  assert.deepEqual([world.rootOf(dagger), world.rootOf(bag)], [bert.client.serial, anna.client.serial]);
  for (let i = 0; i < 5; i++) shard.tick(1_000);
  // Locked: neither lifting, nor adding, nor closing, nor taking the mark back does anything.
  const sword = putInto(shard, 'longsword', anna.backpack);
  for (const who of [anna, bert, carl]) {
    for (const thing of [dagger, bag]) {
      who.client.lift(thing);
      shard.tick();
      assert.equal(heldBy(world, who.client.serial), 0);
      assert.ok(who.inbox.of('lift_rejected').length > 0);
    }
  }
  anna.drop(sword, bert.client.serial);
  assert.equal(world.parentOf(sword), anna.backpack);
  anna.drop(sword, anna.box());
  assert.equal(world.parentOf(sword), anna.backpack);
  anna.cancel();
  bert.accept(false);
  for (const who of [anna, bert]) {
    assert.deepEqual(marks(who), [1, 1]);
    assert.equal(isClosed(who), false);
    assert.deepEqual(
      who.inbox.of('container_item').filter(({ serial }) => serial !== sword),
      [],
    );
    assert.equal(world.get(who.box(), TradeBox)?.sealed, true);
  }
  shard.durable(true);
  shard.tick();
  assert.deepEqual([isClosed(anna), isClosed(bert)], [true, true]);
  assert.deepEqual([world.parentOf(dagger), world.parentOf(bag)], [bert.backpack, anna.backpack]);
});

for (const [what, change] of [
  ['adds something', ({ anna, gold, bert }) => anna.drop(gold, bert.client.serial)],
  ['adds something by its own side of the window', ({ anna, gold }) => anna.drop(gold, anna.box())],
  [
    'takes something out',
    ({ anna, dagger, shard }) => {
      anna.client.lift(dagger);
      shard.tick();
    },
  ],
  ['has something ended by staff', ({ dagger, shard }) => shard.act(({ world }) => world.destroy(dagger))],
] as const satisfies readonly (readonly [
  string,
  (scene: Awaited<ReturnType<typeof tradeScene>>) => void,
])[]) {
  test(`both marks go when somebody ${what}`, async () => {
    const scene = await tradeScene();
    const { shard, anna, bert, offerBoth } = scene;
    offerBoth();
    bert.accept();
    assert.deepEqual(marks(anna), [0, 1]);
    change(scene);
    shard.tick();
    assert.deepEqual(
      [marks(anna), marks(bert)],
      [
        [0, 0],
        [0, 0],
      ],
    );
    assert.equal(isClosed(anna), false);
  });
}

test('an offer that has just changed cannot be accepted by the other, who may not have seen it', async () => {
  const { shard, world, anna, bert, dagger, offerBoth } = await tradeScene();
  offerBoth();
  anna.client.lift(dagger);
  bert.client.acceptTrade(bert.box());
  shard.tick();
  assert.deepEqual(marks(bert), [0, 0]);
  // Whoever changed it knows what it is.
  anna.accept();
  assert.deepEqual(marks(bert), [0, 1]);
  shard.tick(LOOKED_MS);
  bert.accept();
  shard.tick();
  assert.equal(isClosed(bert), true);
  assert.equal(heldBy(world, anna.client.serial), dagger);
});

for (const onto of ['Bert', 'her side of the window'] as const) {
  test(`nor can one to which something was added by a drop onto ${onto}`, async () => {
    const { shard, anna, bert, gold, offerBoth } = await tradeScene();
    offerBoth();
    anna.drop(gold, onto === 'Bert' ? bert.client.serial : anna.box());
    bert.accept();
    assert.deepEqual(marks(bert), [0, 0]);
    shard.tick(LOOKED_MS);
    bert.accept();
    assert.deepEqual(marks(bert), [1, 0]);
  });
}

test('accepting and taking something out in the same step is not accepting', async () => {
  const { shard, world, anna, bert, dagger, offerBoth } = await tradeScene();
  offerBoth();
  bert.accept();
  anna.client.acceptTrade(anna.box());
  anna.client.lift(dagger);
  shard.tick();
  // Agreed before she took it: the hand comes too late.
  assert.equal(world.rootOf(dagger), bert.client.serial);
  assert.equal(heldBy(world, anna.client.serial), 0);

  const again = await tradeScene();
  again.offerBoth();
  again.bert.accept();
  again.anna.client.lift(again.dagger);
  again.anna.client.acceptTrade(again.anna.box());
  again.shard.tick();
  assert.deepEqual(marks(again.bert), [0, 1]);
  assert.equal(heldBy(again.world, again.anna.client.serial), again.dagger);
});

for (const [how, end] of [
  ['closes the window', ({ bert }) => bert.cancel()],
  [
    'walks away',
    ({ bert, shard }) => {
      for (let i = 0; i < 4; i++) {
        bert.client.walk(2);
        shard.tick(1_000);
      }
    },
  ],
  ['jumps elsewhere', ({ bert, shard }) => moveTo(shard, bert.client, 150, 150)],
  [
    'logs out',
    ({ bert, shard }) => {
      bert.client.logout();
      shard.tick();
    },
  ],
  [
    'is taken over by another client',
    async ({ shard }) => {
      await shard.enter('bert', 'Bert');
    },
  ],
  [
    'loses the link',
    ({ bert, shard }) => {
      bert.client.close();
      shard.tick();
    },
  ],
] as const satisfies readonly (readonly [
  string,
  (scene: Awaited<ReturnType<typeof tradeScene>>) => void | Promise<void>,
])[]) {
  test(`everything goes back when one of the two ${how}`, async () => {
    const scene = await tradeScene();
    const { shard, world, anna, bert, dagger, bag, offerBoth } = scene;
    offerBoth();
    const [annas, berts] = [anna.box(), bert.box()];
    bert.accept();
    await end(scene);
    shard.tick();
    assert.equal(world.parentOf(dagger), anna.backpack);
    assert.equal(world.parentOf(bag), bert.backpack);
    assert.equal(isClosed(anna), true);
    for (const box of [annas, berts]) assert.equal(world.exists(box), false);
    assert.deepEqual(boxesOf(world, anna.client.serial), []);
    // A click on a window that is gone means nothing.
    anna.client.acceptTrade(annas);
    anna.client.cancelTrade(berts);
    shard.tick();
  });
}

test('what does not fit into a full backpack goes to the feet', async () => {
  const { shard, world, anna, bert, dagger } = await tradeScene();
  anna.drop(dagger, bert.client.serial);
  while (world.closureOf(anna.backpack).length <= 125) putInto(shard, 'shirt-plain', anna.backpack);
  bert.cancel();
  const at = world.placement(dagger)!;
  assert.deepEqual([at.parent, at.x, at.y], [0, 100, 100]);
});

for (const [what, template, amount] of [
  ['has no room', 'shirt-plain', 1],
  ['is too weak a bag', 'iron-ingot', 60_000],
] as const) {
  test(`a trade is refused when a backpack ${what} for what it would get, and both are told`, async () => {
    const { shard, world, anna, bert, dagger, bag } = await tradeScene();
    anna.drop(dagger, bert.client.serial);
    if (amount === 1) {
      while (world.closureOf(bert.backpack).length <= 125) putInto(shard, template, bert.backpack);
    } else putInto(shard, template, bert.backpack, amount);
    shard.tick(LOOKED_MS);
    anna.accept();
    bert.accept();
    assert.deepEqual(
      [marks(anna), marks(bert)],
      [
        [0, 0],
        [0, 0],
      ],
    );
    for (const { inbox } of [anna, bert])
      assert.match(inbox.of('unicode_speech').at(-1)!.text, amount === 1 ? /no room/ : /too heavy/);
    assert.equal(world.rootOf(dagger), anna.client.serial);
    assert.equal(world.parentOf(bag), bert.backpack);
  });
}

test('one can trade with several people at once, with each in one window, and never with oneself', async () => {
  const { shard, world, anna, bert, carl, dagger, gold, bag } = await tradeScene();
  anna.drop(dagger, bert.client.serial);
  anna.drop(gold, carl.client.serial, 40);
  anna.drop(gold, bert.client.serial, 10);
  bert.drop(bag, anna.client.serial);
  assert.equal(boxesOf(world, anna.client.serial).length, 2);
  assert.equal(boxesOf(world, bert.client.serial).length, 1);
  assert.equal(anna.inbox.of('secure_trade').filter(({ action }) => action === 0).length, 2);
  const sword = putInto(shard, 'longsword', anna.backpack);
  anna.drop(sword, anna.client.serial);
  assert.equal(world.parentOf(sword), anna.backpack);
  assert.equal(boxesOf(world, anna.client.serial).length, 2);
  carl.cancel();
  assert.equal(boxesOf(world, anna.client.serial).length, 1);
  shard.tick(LOOKED_MS);
  anna.accept();
  bert.accept();
  shard.tick();
  assert.equal(world.parentOf(dagger), bert.backpack);
  assert.equal(world.parentOf(bag), anna.backpack);
});

test('a thing in hand stays there when the trade it came from ends', async () => {
  const { shard, world, anna, bert, dagger, offerBoth } = await tradeScene();
  offerBoth();
  anna.client.lift(dagger);
  shard.tick();
  bert.cancel();
  assert.equal(heldBy(world, anna.client.serial), dagger);
  anna.client.drop(dagger, 0x7fffffff);
  shard.tick();
  assert.equal(world.parentOf(dagger), anna.backpack);
});

test('while nothing can be saved nothing is agreed upon, and people are told; walking goes on', async () => {
  const { shard, world, anna, bert, carl, dagger, bag, clear, offerBoth } = await tradeScene();
  offerBoth();
  anna.accept();
  shard.game.onPressure('critical');
  bert.accept();
  assert.deepEqual(marks(bert), [0, 1]);
  assert.match(bert.inbox.of('unicode_speech').at(-1)!.text, /cannot save/);
  carl.client.walk(2);
  shard.tick();
  assert.equal(carl.client.count.accepted, 1);
  shard.game.onPressure('high');
  shard.durable(false);
  bert.accept();
  assert.deepEqual(marks(bert), [1, 1]);
  clear();
  shard.game.onPressure('critical');
  shard.tick();
  for (const { inbox } of [anna, bert]) assert.match(inbox.of('unicode_speech').at(-1)!.text, /agreed/);
  assert.deepEqual(carl.inbox.kinds, []);
  shard.durable(true);
  shard.tick();
  assert.deepEqual([world.parentOf(dagger), world.parentOf(bag)], [bert.backpack, anna.backpack]);
});

for (const how of [
  'logs out',
  'loses the link and is gone',
  'walks away',
  'comes back with a new client',
] as const) {
  test(`an agreement holds when one of the two ${how} before it is durable`, async () => {
    const { shard, world, anna, bert, dagger, bag, offerBoth } = await tradeScene({
      ruleset: { linkDeadMs: 100 },
    });
    offerBoth();
    shard.durable(false);
    anna.accept();
    bert.accept();
    if (how === 'logs out') bert.client.logout();
    else if (how === 'walks away') moveTo(shard, bert.client, 150, 150);
    else bert.client.close();
    shard.tick(how === 'comes back with a new client' ? 1 : 1_000);
    if (how === 'comes back with a new client') await shard.enter('bert', 'Bert');
    shard.tick();
    shard.durable(true);
    shard.tick();
    assert.equal(world.parentOf(dagger), bert.backpack);
    assert.equal(world.parentOf(bag), anna.backpack);
    assert.equal(isClosed(anna), true);
  });
}

test('marks weigh nothing, but what is offered still does', async () => {
  const { shard, anna, bert, clear } = await tradeScene();
  const ingots = putInto(shard, 'iron-ingot', anna.backpack, 1_000);
  const weight = (): number | undefined => anna.inbox.of('status').at(-1)?.basic?.weight;
  const coins = (who: Trader): number | undefined => who.inbox.of('status').at(-1)?.basic?.gold;
  anna.drop(ingots, anna.backpack);
  const before = weight();
  clear();
  anna.drop(ingots, bert.client.serial);
  assert.equal(weight(), before);
  const gold = putInto(shard, 'gold-coin', anna.backpack, 5);
  anna.drop(gold, bert.client.serial);
  const had = coins(anna)!;
  shard.tick(LOOKED_MS);
  shard.durable(false);
  anna.accept();
  bert.accept();
  clear();
  // Whatever makes the status be told: gold that is not for sure yet is not shown to either as theirs.
  const apple = putInto(shard, 'apple', bert.backpack);
  bert.drop(apple, bert.backpack);
  const without = coins(bert)!;
  shard.durable(true);
  shard.tick();
  assert.equal(coins(bert), without + 5);
  assert.equal(coins(anna), had - 5);
});

test('when one of two trades ends, what happens in the other is still shown', async () => {
  const { shard, anna, bert, carl, dagger, clear } = await tradeScene();
  anna.drop(dagger, bert.client.serial);
  carl.drop(putInto(shard, 'bag', carl.backpack), bert.client.serial);
  carl.cancel();
  clear();
  anna.drop(dagger, anna.backpack);
  assert.deepEqual(
    bert.inbox.of('delete_object').map(({ serial }) => serial),
    [dagger],
  );
});

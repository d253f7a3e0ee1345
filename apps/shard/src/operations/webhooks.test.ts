import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import type { KeptDelivery } from './deliveries.ts';
import { Webhooks } from './webhooks.ts';

const URL_WITH_SECRET = 'https://hook.test/services/hush-hush';

/** Webhooks to one address that answers with the given codes in turn, the last one for ever. `past`: what was kept. */
function hooked(codes: number[], secret: string | null = null, past: readonly KeptDelivery[] = []) {
  let kept: readonly KeptDelivery[] = past;
  const sent: { body: string; headers: Record<string, string> }[] = [];
  const pauses: number[] = [];
  const givenUp: string[] = [];
  const webhooks = new Webhooks({
    urls: [URL_WITH_SECRET],
    past,
    keep: (all) => {
      kept = all;
    },
    secret,
    events: ['alert'],
    shard: 'test',
    fetch: async (_, init) => {
      sent.push({ body: String(init?.body), headers: init?.headers as Record<string, string> });
      const code = codes.length > 1 ? codes.shift()! : codes[0]!;
      if (code === 0) throw new TypeError('no way there');
      return new Response(null, { status: code });
    },
    after: (ms, callback) => {
      pauses.push(ms);
      setImmediate(callback);
    },
    onGivenUp: (_event, _url, problem) => givenUp.push(problem),
  });
  const settle = async () => {
    for (let i = 0; i < 100; i++) await new Promise((resolve) => setImmediate(resolve));
  };
  return { webhooks, sent, pauses, givenUp, settle, kept: () => kept };
}

test('a message is signed over what is sent', async () => {
  const { sent, settle, webhooks } = hooked([200], 'a secret of sixteen letters');
  webhooks.tell('alert', 0, { text: 'disk' });
  webhooks.tell('staff-login', 0, { name: 'anna' });
  await settle();
  assert.equal(sent.length, 1, 'only what was asked for');
  const [{ body, headers }] = sent as [(typeof sent)[0]];
  const mac = createHmac('sha256', 'a secret of sixteen letters').update(body).digest('hex');
  assert.equal(headers['x-gommog-signature'], `sha256=${mac}`);
  assert.deepEqual(JSON.parse(body), {
    event: 'alert',
    at: '1970-01-01T00:00:00.000Z',
    shard: 'test',
    text: 'disk',
  });
});

test('what fails is tried again with longer pauses, in order, and given up in the end', async () => {
  const { givenUp, pauses, sent, settle, webhooks } = hooked([503, 0, 200]);
  webhooks.tell('alert', 0, { n: 1 });
  webhooks.tell('alert', 0, { n: 2 });
  await settle();
  assert.deepEqual(
    sent.map(({ body }) => JSON.parse(body).n),
    [1, 1, 1, 2],
  );
  assert.deepEqual([pauses, givenUp], [[1_000, 4_000], []]);

  const dead = hooked([500]);
  dead.webhooks.tell('alert', 0, {});
  await dead.settle();
  assert.deepEqual([dead.sent.length, dead.givenUp], [6, ['it answered 500']]);
});

test('no more waits than may: the oldest is given up, but the one under way', async () => {
  const { givenUp, webhooks } = hooked([200]);
  for (let n = 0; n < 105; n++) webhooks.tell('alert', 0, { n });
  assert.equal(givenUp.length, 5);
});

test('deliveries are remembered with what came of each attempt, and addresses without what may be secret', async () => {
  const { settle, webhooks } = hooked([503, 200], 'a secret of sixteen letters');
  assert.deepEqual(webhooks.tell('alert', 5, {}), ['https://hook.test']);
  assert.deepEqual(webhooks.tell('staff-login', 5, {}), [], 'nobody wants that');
  assert.equal(webhooks.view().deliveries[0]?.state, 'waiting');
  await settle();
  const { addresses, deliveries, isSigned } = webhooks.view();
  assert.deepEqual([addresses, isSigned], [[{ number: 0, to: 'https://hook.test', waiting: 0 }], true]);
  const [delivery] = deliveries;
  assert.deepEqual([delivery?.state, delivery?.attempts, delivery?.problem], ['delivered', 2, null]);

  const dead = hooked([500]);
  dead.webhooks.tell('alert', 5, {});
  await dead.settle();
  const [given] = dead.webhooks.view().deliveries;
  assert.deepEqual([given?.state, given?.attempts, given?.problem], ['given-up', 6, 'it answered 500']);
});

test('a test goes to one address whatever that wants to be told, and each attempt has the same id', async () => {
  const { sent, settle, webhooks } = hooked([500, 200]);
  assert.equal(webhooks.test(1, 5, 'anna'), null);
  assert.equal(webhooks.test(0, 5, 'anna')?.event, 'test');
  await settle();
  assert.deepEqual(
    sent.map(({ headers }) => headers['x-gommog-event']),
    ['test', 'test'],
  );
  assert.equal(new Set(sent.map(({ headers }) => headers['x-gommog-delivery'])).size, 1);
  assert.equal(JSON.parse(sent[0]!.body).by, 'anna');
});

test('what waits goes on after a restart, in order, with its id and what is left of its attempts and its pause', async () => {
  const first = hooked([503], 'a secret of sixteen letters');
  first.webhooks.tell('alert', 0, { n: 1 });
  first.webhooks.tell('alert', 0, { n: 2 });
  // Only the first attempt: its pause is never over.
  for (let i = 0; first.kept()[0]?.attempts !== 1; i++) {
    assert.ok(i < 100);
    await Promise.resolve();
  }
  const kept = first.kept();
  const text = JSON.stringify(kept);
  assert.doesNotMatch(text, /hush|sixteen/);

  const second = hooked([500, 200], null, JSON.parse(text));
  await second.settle();
  assert.deepEqual(
    second.sent.map(({ body, headers }) => [JSON.parse(body).n, headers['x-gommog-delivery']]),
    [
      [1, kept[0]!.key],
      [1, kept[0]!.key],
      [2, kept[1]!.key],
    ],
  );
  assert.ok(second.pauses[0]! <= 1_000, 'the rest of the first pause');
  assert.equal(second.pauses[1], 4_000, 'the second pause');
  assert.deepEqual(
    second.webhooks.view().deliveries.map(({ attempts, state }) => [state, attempts]),
    [
      ['delivered', 1],
      ['delivered', 3],
    ],
  );
  second.webhooks.tell('alert', 0, { n: 3 });
  assert.equal(second.webhooks.view().deliveries[0]!.id, 3, 'no number is given twice');
  assert.deepEqual(
    second.kept().map(({ body }) => body === null),
    [true, true, false],
    'what has ended is not sent again',
  );

  const late = { ...kept[0]!, attempts: 5, nextAt: Number.MAX_SAFE_INTEGER };
  const third = hooked([500], null, [late]);
  await third.settle();
  assert.deepEqual([third.pauses, third.sent.length, third.givenUp.length], [[256_000], 1, 1]);
});

test('what waits for an address that is no longer in the settings goes nowhere', async () => {
  const first = hooked([503]);
  first.webhooks.tell('alert', 0, {});
  const second = hooked([200], null, [{ ...first.kept()[0]!, address: 'another one' }]);
  await second.settle();
  const [delivery] = second.webhooks.view().deliveries;
  assert.deepEqual([second.sent.length, delivery?.state], [0, 'given-up']);
  assert.match(delivery?.problem ?? '', /no longer in the settings/);
});

test('so many deliveries are kept and no more, but none that waits is forgotten', async () => {
  const { kept, settle, webhooks } = hooked([200]);
  for (let i = 0; i < 5; i++) {
    for (let n = 0; n < 100; n++) webhooks.tell('alert', 0, {});
    assert.equal(kept().filter(({ state }) => state === 'waiting').length, 100);
    await settle();
  }
  assert.equal(kept().length, 200);
});

test('webhooks that are stopped begin nothing more, and keep what waits', async () => {
  const { kept, sent, settle, webhooks } = hooked([503]);
  webhooks.tell('alert', 0, {});
  await webhooks.stop();
  await settle();
  assert.deepEqual([sent.length, kept()[0]?.state, kept()[0]?.attempts], [1, 'waiting', 1]);
});

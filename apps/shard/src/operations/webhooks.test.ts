import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { Webhooks } from './webhooks.ts';

/** Webhooks to one address that answers with the given codes in turn, the last one for ever. */
function hooked(codes: number[], secret: string | null = null) {
  const sent: { body: string; headers: Record<string, string> }[] = [];
  const pauses: number[] = [];
  const givenUp: string[] = [];
  const webhooks = new Webhooks({
    urls: ['https://hook.test/'],
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
  return { webhooks, sent, pauses, givenUp, settle };
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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from '@redis/client';
import { componentsOf, cutOff, encoded, remove, set, testImage } from './image.contract.ts';
import { RedisImage } from './redis-image.ts';
import { redisUrl, skipWithoutRedis } from './testing/services.ts';

let made = 0;

async function withClient<T>(run: (send: (...args: string[]) => Promise<unknown>) => Promise<T>): Promise<T> {
  const client = createClient({ url: redisUrl });
  await client.connect();
  try {
    return await run((...args) => client.sendCommand(args));
  } finally {
    client.destroy();
  }
}

/** Keys of one test. */
function newPrefix(): string {
  return `test-${process.pid}-${++made}`;
}

async function wipe(prefix: string): Promise<void> {
  await withClient(async (send) => {
    const keys = (await send('KEYS', `{${prefix}}:*`)) as string[];
    for (let at = 0; at < keys.length; at += 1000) await send('DEL', ...keys.slice(at, at + 1000));
  });
}

if (skipWithoutRedis === false) {
  testImage('redis', async () => {
    const prefix = newPrefix();
    return {
      open: () => RedisImage.open({ url: redisUrl, prefix }),
      openCutOff: async () => cutOff(await RedisImage.open({ url: redisUrl, prefix })),
      dispose: () => wipe(prefix),
    };
  });
}

test('redis image: keeps the contract of images', { skip: skipWithoutRedis }, () => {});

async function withImage(run: (image: RedisImage, prefix: string) => Promise<void>): Promise<void> {
  const prefix = newPrefix();
  const image = await RedisImage.open({ url: redisUrl, prefix });
  try {
    await image.apply([encoded(1, [set(1, 1, 1), set(300, 1, 1), set(70_000, 2, 2)])]);
    await run(image, prefix);
  } finally {
    await image.close();
    await wipe(prefix);
  }
}

test('redis image: a lost hash is noticed at the next opening', { skip: skipWithoutRedis }, () =>
  withImage(async (image, prefix) => {
    await image.close();
    await withClient((send) => send('DEL', `{${prefix}}:c:1`));
    const again = await RedisImage.open({ url: redisUrl, prefix });
    assert.match(again.damage ?? '', /2 components where 3 should be/);
    await again.close();
  }),
);

test('redis image: a lost position is damage too, not a new world', { skip: skipWithoutRedis }, () =>
  withImage(async (image, prefix) => {
    await image.close();
    await withClient((send) => send('DEL', `{${prefix}}:position`));
    const again = await RedisImage.open({ url: redisUrl, prefix });
    assert.match(again.damage ?? '', /3 components where 0 should be/);
    await again.close();
  }),
);

test('redis image: does not write over what it does not know', { skip: skipWithoutRedis }, () =>
  withImage(async (image, prefix) => {
    const other = await RedisImage.open({ url: redisUrl, prefix });
    await other.apply([encoded(2, [set(1, 1, 7)])]);
    await assert.rejects(image.apply([encoded(2, [set(1, 1, 8), remove(300, 1)])]), {
      code: 'GMG_STORE_EPOCH',
      message: /stands at record 2 of epoch 1, not at 1/,
    });
    assert.equal((await componentsOf(other))[0]?.data[0], 7);
    await other.close();
  }),
);

test('redis image: says when nobody answers, and does not say the password', async () => {
  await assert.rejects(RedisImage.open({ url: 'redis://user:secret@127.0.0.1:1/2' }), (error: Error) => {
    assert.match(error.message, /redis at 127.0.0.1:1\/2 cannot be reached: .*ECONNREFUSED/);
    assert.doesNotMatch(error.message, /secret/);
    return true;
  });
});

test('redis image: refuses a server that keeps less than was asked', { skip: skipWithoutRedis }, async () => {
  const before = await withClient(async (send) => (await send('CONFIG', 'GET', 'appendfsync')) as string[]);
  await withClient((send) => send('CONFIG', 'SET', 'appendfsync', 'everysec'));
  try {
    await assert.rejects(RedisImage.open({ url: redisUrl, prefix: newPrefix(), durability: 'always' }), {
      code: 'GMG_STORE_SETUP',
      message: /appendfsync everysec/,
    });
  } finally {
    await withClient((send) => send('CONFIG', 'SET', 'appendfsync', before[1] ?? 'everysec'));
  }
});

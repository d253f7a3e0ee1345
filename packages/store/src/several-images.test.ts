import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeCommit } from '@gommog/core';
import { componentsOf, record, set } from './image.contract.ts';
import type { ImageSource } from './image.ts';
import { ImageMedium, MemoryImage, memorySource } from './memory-image.ts';
import { LogMedium, MemoryLog } from './memory-log.ts';
import { type MediumOptions, openStoreOver, type Store } from './open-store.ts';
import type { SaveQueue } from './save-queue.ts';
import { StoreError } from './store-error.ts';
import type { StoreMark } from './store-mark.ts';

/** A server with an image, which may be out of reach. */
class Server {
  readonly image = new ImageMedium();
  isUp = true;

  source(name: string, isBase = true): ImageSource {
    const { image } = this;
    const refuse = () => {
      if (!this.isUp) throw new StoreError('GMG_STORE_IO', `${name} cannot be reached`);
    };
    const open = async () => {
      refuse();
      const opened = new MemoryImage(image);
      const apply = opened.apply.bind(opened);
      opened.apply = async (records) => {
        refuse();
        await apply(records);
      };
      return opened;
    };
    return { name, isRemote: true, isBase, open };
  }
}

class Media {
  readonly log = new LogMedium();
  readonly local = new ImageMedium();
  readonly server = new Server();
  /** As the store remembers who it is. */
  identity: string | null = null;
  readonly mark: StoreMark = {
    read: async () => this.identity,
    write: async (identity) => {
      this.identity = identity;
    },
  };

  open(options: Partial<MediumOptions> & { sources?: readonly ImageSource[] } = {}): Promise<Store> {
    const images = options.sources ?? [memorySource(this.local, 'local'), this.server.source('server')];
    return openStoreOver({
      medium: { log: new MemoryLog(this.log), images, mark: this.mark },
      load: () => {},
      imageDelayMs: 1,
      keepBytes: 0,
      ...options,
    });
  }
}

async function push(queue: SaveQueue, ...serials: number[]): Promise<void> {
  const sequence = queue.sequence + 1;
  const changes = serials.map((serial) => set(serial, 1, sequence & 255));
  queue.push(encodeCommit(record(sequence, changes, queue.epoch)), sequence);
  await queue.whenDurable(sequence);
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(2);
}

async function serialsOf(medium: ImageMedium): Promise<number[]> {
  return (await componentsOf(new MemoryImage(medium))).map(({ serial }) => serial);
}

function stateOf({ metrics }: SaveQueue, name: string) {
  return metrics.images.find((image) => image.name === name);
}

test('all images of a store get everything, and are marked as its own', async () => {
  const media = new Media();
  const { queue } = await media.open();
  for (let i = 1; i <= 30; i++) await push(queue, i);
  await until(() => media.server.image.position.sequence === 30);
  assert.deepEqual(await serialsOf(media.local), await serialsOf(media.server.image));
  assert.notEqual(media.local.meta.get('store'), undefined);
  assert.equal(media.local.meta.get('store'), media.server.image.meta.get('store'));
  await queue.close();
});

test('an image that is out of reach stops nothing, is told, and catches up from the log', async () => {
  const media = new Media();
  const { queue } = await media.open({ backlogBytes: 50 });
  const news: (string | null)[] = [];
  queue.onImageFailure = (failure, image) => news.push(image, failure?.message ?? null);
  await push(queue, 1);
  await queue.drain();
  media.server.isUp = false;
  for (let i = 2; i <= 40; i++) await push(queue, i);
  await queue.drain();
  await until(() => stateOf(queue, 'server')?.state === 'down');
  assert.equal(queue.pressure, 'none');
  assert.equal(queue.metrics.imageLag, 0);
  assert.ok(stateOf(queue, 'server')!.lag > 0);
  assert.equal(media.local.position.sequence, 40);
  assert.equal(media.log.range?.first, 2, 'the log keeps what the server lacks');
  media.server.isUp = true;
  await until(() => stateOf(queue, 'server')?.lag === 0);
  await queue.drain();
  assert.deepEqual(news, ['server', 'server cannot be reached', 'server', null]);
  assert.deepEqual(await serialsOf(media.server.image), await serialsOf(media.local));
  await until(() => media.log.range!.first > 2);
  await queue.close();
});

test('an image whose thread ended is opened again, and follows', async () => {
  const media = new Media();
  const medium = new ImageMedium();
  let opened = 0;
  const open = async () => {
    const image = new MemoryImage(medium);
    if (++opened > 1) return image;
    image.apply = async () => {
      throw new StoreError('GMG_STORE_CLOSED', 'the thread of the image ended');
    };
    return image;
  };
  const { queue } = await media.open({ sources: [{ name: 'local', isRemote: false, isBase: true, open }] });
  await push(queue, 1);
  await queue.drain();
  assert.equal(medium.position.sequence, 1);
  assert.equal(opened, 2);
  await queue.close();
});

test('a start goes on without an image that is out of reach, which follows later', async () => {
  const media = new Media();
  const first = await media.open();
  for (let i = 1; i <= 5; i++) await push(first.queue, i);
  await first.queue.close();
  media.server.isUp = false;
  const { queue, recovered } = await media.open();
  assert.equal(recovered.image, 'local');
  assert.equal(recovered.components, 5);
  await until(() => stateOf(queue, 'server')?.failure === 'server cannot be reached');
  await push(queue, 6);
  media.server.isUp = true;
  await until(() => stateOf(queue, 'server')?.lag === 0 && media.server.image.position.sequence === 6);
  await queue.close();
});

test('without a log, an image that is out of reach may be the world: no start', async () => {
  const media = new Media();
  media.server.isUp = false;
  await assert.rejects(media.open(), { code: 'GMG_STORE_IO', message: /server cannot be reached/ });
});

test('a start takes the newest image, and brings the other one up to date', async () => {
  const media = new Media();
  const first = await media.open();
  for (let i = 1; i <= 5; i++) await push(first.queue, i);
  await first.queue.drain();
  const old = { position: media.local.position, components: new Map(media.local.components) };
  for (let i = 6; i <= 9; i++) await push(first.queue, i);
  await first.queue.close();
  media.local.position = old.position;
  media.local.components.clear();
  for (const [key, value] of old.components) media.local.components.set(key, value);
  const { queue, recovered } = await media.open();
  assert.equal(recovered.image, 'server');
  assert.equal(recovered.components, 9);
  await until(() => media.local.position.sequence === 9);
  assert.deepEqual(await serialsOf(media.local), await serialsOf(media.server.image));
  await queue.close();
});

test('an image that lost everything is made anew from another one', async () => {
  const media = new Media();
  const { queue } = await media.open();
  for (let i = 1; i <= 20; i++) await push(queue, i);
  await queue.drain();
  await until(() => media.log.range!.first > 5);
  media.server.isUp = false;
  await push(queue, 21);
  await until(() => stateOf(queue, 'server')?.state === 'down');
  media.server.image.components.clear();
  media.server.image.meta.clear();
  media.server.image.position = { epoch: 0, sequence: 0, tick: 0, timeMs: 0 };
  media.server.isUp = true;
  await push(queue, 22);
  await until(() => media.server.image.position.sequence === 22);
  await queue.drain();
  assert.deepEqual(await serialsOf(media.server.image), await serialsOf(media.local));
  assert.equal(stateOf(queue, 'server')?.state, 'following');
  await queue.close();
});

test('an empty image is copied from another one, not led through the whole log', async () => {
  const media = new Media();
  const first = await media.open({ sources: [memorySource(media.local, 'local')], keepBytes: 1e9 });
  for (let i = 1; i <= 600; i++) await push(first.queue, 1 + (i % 30));
  await first.queue.close();
  const source = media.server.source('server');
  const applied: number[] = [];
  const open = async () => {
    const image = await source.open();
    const { apply, catchUp } = image;
    image.apply = (records) => {
      applied.push(records.length);
      return apply.call(image, records);
    };
    image.catchUp = (records) => {
      applied.push(Number.POSITIVE_INFINITY);
      return catchUp.call(image, records);
    };
    return image;
  };
  const sources = [memorySource(media.local, 'local'), { ...source, open }];
  const { queue } = await media.open({ sources, keepBytes: 1e9 });
  await until(() => media.server.image.position.sequence === 600);
  assert.deepEqual(applied, []);
  assert.equal(media.log.range?.first, 1);
  await push(queue, 40);
  await until(() => media.server.image.position.sequence === 601);
  assert.deepEqual(await serialsOf(media.server.image), await serialsOf(media.local));
  assert.equal(stateOf(queue, 'server')?.state, 'following');
  await queue.close();
});

test('a damaged image is not started from, and is made anew', async () => {
  const media = new Media();
  const first = await media.open();
  for (let i = 1; i <= 20; i++) await push(first.queue, i);
  await first.queue.close();
  media.local.damage = 'somebody took a thing out';
  media.local.components.delete([...media.local.components.keys()][3]!);
  const { queue, recovered } = await media.open();
  assert.equal(recovered.image, 'server');
  await until(() => media.local.damage === null && media.local.components.size === 20);
  await queue.close();
});

test('a lone image that lost everything is made from a whole log, and refused without one', async () => {
  const media = new Media();
  const sources = [media.server.source('server', false)];
  const first = await media.open({ sources });
  for (let i = 1; i <= 20; i++) await push(first.queue, i);
  await first.queue.close();
  assert.equal(
    media.log.range?.first,
    1,
    'the log forgets nothing for the sake of a medium that can be emptied',
  );
  media.server.image.damage = 'it has 3 components where 20 should be';
  const second = await media.open({ sources });
  assert.equal(second.recovered.components, 20);
  await second.queue.close();
  media.log.entries.splice(0, 10);
  media.log.range = { first: 11, last: 20 };
  media.server.image.damage = 'again';
  await assert.rejects(media.open({ sources }), { code: 'GMG_STORE_GAP', message: /damaged: again/ });
});

test('an image that lags further than it may lets the log forget, and is made anew when it is back', async () => {
  const media = new Media();
  const { queue } = await media.open({ imageLagBytes: 3_000_000 });
  await push(queue, 1);
  await queue.drain();
  media.server.isUp = false;
  const big = new Uint8Array(400_000);
  for (let i = 0; i < 20; i++) {
    const sequence = queue.sequence + 1;
    const changes = [{ serial: i, component: 1, version: 1, data: big }];
    queue.push(encodeCommit(record(sequence, changes, queue.epoch)), sequence);
    await queue.whenDurable(sequence);
  }
  await queue.drain();
  await until(() => media.log.range!.first > 10);
  media.server.isUp = true;
  await until(() => media.server.image.position.sequence === 21);
  assert.deepEqual(await serialsOf(media.server.image), await serialsOf(media.local));
  await queue.close();
});

test('the log keeps what a follower besides the images lacks, up to a limit', async () => {
  const media = new Media();
  const sources = [memorySource(media.local, 'local')];
  const first = () => media.log.range?.first;
  const { queue } = await media.open({ sources, followerLagBytes: 3_000_000 });
  for (let i = 1; i <= 5; i++) await push(queue, i);
  await queue.drain();
  assert.equal(first(), 1, 'nobody knows yet how far the follower is');
  queue.followed(3);
  await push(queue, 6);
  await queue.drain();
  await until(() => first() === 4);
  const big = new Uint8Array(400_000);
  for (let i = 0; i < 20; i++) {
    const sequence = queue.sequence + 1;
    const changes = [{ serial: i, component: 1, version: 1, data: big }];
    queue.push(encodeCommit(record(sequence, changes, queue.epoch)), sequence);
    await queue.whenDurable(sequence);
  }
  await queue.drain();
  await until(() => first()! > 20);
  await queue.close();
});

test('an image that was emptied while another one was out of reach is still of the same store', async () => {
  const media = new Media();
  const servers = { hot: new Server(), documents: new Server() };
  const sources = [servers.hot.source('hot', false), servers.documents.source('documents', false)];
  const first = await media.open({ sources });
  await push(first.queue, 1);
  await until(() => servers.documents.image.position.sequence === 1);
  await first.queue.close();
  servers.hot.image.components.clear();
  servers.hot.image.meta.clear();
  servers.hot.image.position = { epoch: 0, sequence: 0, tick: 0, timeMs: 0 };
  servers.documents.isUp = false;
  const second = await media.open({ sources });
  await second.queue.close();
  servers.documents.isUp = true;
  const { queue, recovered } = await media.open({ sources });
  assert.equal(recovered.components, 1);
  assert.equal(servers.hot.image.meta.get('store'), servers.documents.image.meta.get('store'));
  await queue.close();
});

/** Two stores that are both at record 1 of epoch 1: only their marks tell them apart. */
async function twoStores(): Promise<{ media: Media; other: Media }> {
  const media = new Media();
  const other = new Media();
  const first = await media.open();
  await push(first.queue, 1);
  await first.queue.close();
  const second = await other.open();
  await push(second.queue, 7);
  await until(() => other.server.image.position.sequence === 1);
  await second.queue.close();
  return { media, other };
}

test('an image of another store is neither started from nor written to', async () => {
  const { media, other } = await twoStores();
  const sources = [memorySource(media.local, 'local'), other.server.source('server')];
  await assert.rejects(media.open({ sources }), { code: 'GMG_STORE_FOREIGN' });
  // It comes within reach later.
  other.server.isUp = false;
  const { queue } = await media.open({ sources });
  other.server.isUp = true;
  await until(() => stateOf(queue, 'server')?.state === 'stuck');
  assert.match(stateOf(queue, 'server')!.failure ?? '', /belongs to another store/);
  await push(queue, 2);
  await queue.drain();
  await queue.close();
  assert.deepEqual(await serialsOf(other.server.image), [7]);
});

test('an image of another store is not started from because it is the only one within reach', async () => {
  const { media, other } = await twoStores();
  await assert.rejects(media.open({ sources: [other.server.source('server')] }), {
    code: 'GMG_STORE_FOREIGN',
    message: /the image server is of another store than the data folder: .* remove store\.json/,
  });
  assert.deepEqual(await serialsOf(other.server.image), [7]);
});

test('an image of another history, as a restore leaves it, is made anew', async () => {
  const media = new Media();
  const first = await media.open();
  for (let i = 1; i <= 4; i++) await push(first.queue, i);
  await first.queue.close();
  const second = await media.open({ epoch: 5, keepBytes: 1e9 });
  for (let i = 5; i <= 8; i++) await push(second.queue, i);
  await second.queue.close();
  // The server never heard of epoch 5.
  media.server.image.position = { ...media.server.image.position, epoch: 4 };
  media.server.image.components.clear();
  const { queue, recovered } = await media.open({ epoch: 6, keepBytes: 1e9 });
  assert.equal(recovered.image, 'local');
  await until(() => media.server.image.position.epoch === 5);
  assert.deepEqual(await serialsOf(media.server.image), await serialsOf(media.local));
  await queue.close();
});

test('a store that closes does not wait long for an image that takes nothing any more', async () => {
  const media = new Media();
  const source = media.server.source('server');
  let isAbandoned = false;
  const stuck: ImageSource = {
    ...source,
    open: async () => {
      const image = await source.open();
      const apply = image.apply.bind(image);
      image.apply = (records) => (isStuck ? new Promise(() => {}) : apply(records));
      image.abandon = async () => {
        isAbandoned = true;
      };
      return image;
    },
  };
  let isStuck = false;
  const { queue } = await media.open({ sources: [memorySource(media.local, 'local'), stuck] });
  await push(queue, 1);
  await queue.drain();
  isStuck = true;
  await push(queue, 2);
  await queue.close();
  assert.ok(isAbandoned);
  const again = await media.open();
  assert.equal(again.recovered.sequence, 2);
  await again.queue.close();
});

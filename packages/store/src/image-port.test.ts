import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { MessageChannel } from 'node:worker_threads';
import { componentsOfChunks } from './component-chunks.ts';
import { componentsOf, cutOff, encoded, set, testImage } from './image.contract.ts';
import type { Image, StoredComponent } from './image.ts';
import { PortImage, serveImage } from './image-port.ts';
import { threadSource } from './image-thread.ts';
import { ImageMedium, MemoryImage } from './memory-image.ts';
import { StoreError } from './store-error.ts';

/** An image at the other end of a port, and how its thread comes to an end. */
async function openOver(serve: () => Promise<Image>): Promise<{ image: PortImage; end: () => void }> {
  const { port1, port2 } = new MessageChannel();
  void serveImage(port2, serve);
  const ended = new Promise<StoreError>((resolve) => {
    port1.once('close', () => resolve(new StoreError('GMG_STORE_CLOSED', 'it ended')));
  });
  return { image: await PortImage.open(port1, ended), end: () => port2.close() };
}

testImage('port', async () => {
  const medium = new ImageMedium();
  return {
    open: async () => (await openOver(async () => new MemoryImage(medium))).image,
    openCutOff: async () => (await openOver(async () => cutOff(new MemoryImage(medium)))).image,
    dispose: async () => {},
  };
});

testImage('lmdb in a thread', async () => {
  const path = await mkdtemp(join(tmpdir(), 'gommog-image-'));
  const source = threadSource({ settings: { kind: 'lmdb' }, path, schema: null });
  return { open: () => source.open(), dispose: () => rm(path, { recursive: true }) };
});

test('an image that cannot be opened says why through its thread', async () => {
  const settings = { kind: 'redis', url: 'redis://127.0.0.1:1' } as const;
  await assert.rejects(threadSource({ settings, path: '/none', schema: null }).open(), {
    code: 'GMG_STORE_IO',
    message: /cannot be reached/,
  });
});

test('when the thread of an image ends, whoever waits for it or asks it later is told', async () => {
  const { end, image } = await openOver(async () => {
    const inner = new MemoryImage();
    inner.setMeta = () => new Promise(() => {});
    return inner;
  });
  const waiting = image.setMeta('game', 'a');
  end();
  await assert.rejects(waiting, { code: 'GMG_STORE_CLOSED', message: 'it ended' });
  await assert.rejects(image.apply([encoded(1, [])]), { code: 'GMG_STORE_CLOSED' });
  await assert.rejects(componentsOf(image), { code: 'GMG_STORE_CLOSED' });
  await image.close();
});

test('a snapshot shows nothing that is applied later, and says what it shows', async () => {
  for (const asOf of [0, 1]) {
    const { image } = await openOver(async () => new MemoryImage());
    const applying: Promise<void>[] = [];
    if (asOf === 1) applying.push(image.apply([encoded(1, [set(1, 1, 1)])]));
    // What is still being applied is in it, what is asked for later is not.
    const snapshot = image.snapshot!();
    applying.push(image.apply([encoded(asOf + 1, [set(2, 1, 1)])]));
    const { chunks, close, position } = await snapshot;
    await Promise.all(applying);
    const components: StoredComponent[] = [];
    for await (const batch of componentsOfChunks(chunks)) components.push(...batch);
    assert.equal(position.sequence, asOf);
    assert.equal(components.length, asOf);
    await close();
    await image.close();
  }
});

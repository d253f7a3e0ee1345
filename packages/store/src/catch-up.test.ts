import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catchUp, type FoldTarget } from './catch-up.ts';
import { componentsOf, encoded, remove, set } from './image.contract.ts';
import type { ImageBatch } from './image-batch.ts';
import { MemoryImage } from './memory-image.ts';
import { BATCH_RECORDS } from './recovery.ts';

/** A memory image, and what it was given to write. */
function watched(reach = 0): { image: MemoryImage; target: FoldTarget; writes: string[] } {
  const image = new MemoryImage();
  const writes: string[] = [];
  const target: FoldTarget = {
    image: {
      get position() {
        return image.position;
      },
      reach,
      async replace(position, components) {
        let count = 0;
        const counted = async function* () {
          for await (const piece of components) {
            count += piece.length;
            yield piece;
          }
        };
        await image.replace(position, counted());
        writes.push(`fill ${count} to ${position.sequence}`);
      },
    },
    async write(batch: ImageBatch) {
      const changes = [...batch.changes];
      await image.apply(
        Array.from({ length: batch.position.sequence - image.position.sequence }, (_, i) => {
          const sequence = image.position.sequence + i + 1;
          return encoded(sequence, sequence === batch.position.sequence ? changes : []);
        }),
      );
      writes.push(`batch ${changes.length} to ${batch.position.sequence}`);
    },
  };
  return { image, target, writes };
}

/** Each record changes one thing, and makes another that the next one takes away. */
async function* records(from: number, to: number, bytes = 1): AsyncGenerator<readonly Uint8Array[]> {
  for (let i = from; i <= to; i++)
    yield [encoded(i, [set(1, 1, i), set(1000 + i, 1, ...new Array(bytes).fill(7)), remove(999 + i, 1)])];
}

const LARGE = { fillBytes: 1e9, batchBytes: 1e9 };

test('an image that has nothing is filled once, with what all records come to', async () => {
  const { image, target, writes } = watched();
  await catchUp(target, records(1, 2000), LARGE);
  assert.deepEqual(writes, ['fill 2 to 2000']);
  assert.deepEqual(
    (await componentsOf(image)).map(({ serial }) => serial),
    [1, 3000],
  );
});

test('one that has something gets a batch, and remembers what is taken away', async () => {
  const { image, target, writes } = watched();
  await image.apply([encoded(1, [set(1, 1, 1), set(1001, 1, 7)])]);
  await catchUp(target, records(2, 2000), LARGE);
  assert.deepEqual(writes, ['batch 2001 to 2000']);
  assert.deepEqual(
    (await componentsOf(image)).map(({ serial }) => serial),
    [1, 3000],
  );
});

test('memory is bounded: a world that is larger is filled in part, and the rest comes in batches', async () => {
  const { image, target, writes } = watched();
  // Nothing is taken away.
  const growing = async function* () {
    for (let i = 1; i <= 2000; i++) yield [encoded(i, [set(i, 1, ...new Array(800).fill(1))])];
  };
  await catchUp(target, growing(), { fillBytes: 700_000, batchBytes: 500_000 });
  assert.deepEqual(writes, [
    'fill 700 to 700',
    'batch 500 to 1200',
    'batch 500 to 1700',
    'batch 300 to 2000',
  ]);
  assert.equal((await componentsOf(image)).length, 2000);
});

test('a few records are one batch, all of them or none', async () => {
  const { target, writes } = watched();
  await catchUp(target, records(1, BATCH_RECORDS), LARGE);
  assert.deepEqual(writes, [`batch 2 to ${BATCH_RECORDS}`]);
});

test('an image of which nobody knows what a batch left in it is filled, not added to', async () => {
  const { target, writes } = watched(3);
  await catchUp(target, records(1, 10), LARGE);
  assert.deepEqual(writes, ['fill 2 to 10']);
});

test('records that end with an error are not written in part', async () => {
  const { image, target, writes } = watched();
  const broken = async function* () {
    yield* records(1, 700);
    throw new Error('the log is damaged');
  };
  await assert.rejects(catchUp(target, broken(), LARGE), /the log is damaged/);
  assert.deepEqual([writes, image.position.sequence], [[], 0]);
});

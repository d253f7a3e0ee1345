import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { type ActionStandIns, loadActionStandIns } from './action-stand-ins.ts';
import { ClientFileError } from './client-file-error.ts';
import { ClientFolder } from './client-folder.ts';
import { actionTableBytes, archiveBytes } from './testing/hand-made-frames.ts';
import { inFolder } from './testing/sample-client.ts';
import { hashPath } from './uop-hash.ts';

const hashOf = (body: number): bigint =>
  hashPath(`build/animationsequence/${String(body).padStart(8, '0')}.bin`);

async function standInsOf(
  archive: Buffer | null,
  bodies: readonly number[],
): Promise<{ standIns: ActionStandIns; damage: ClientFileError[] }> {
  return inFolder(async (dir) => {
    if (archive !== null) await writeFile(join(dir, 'AnimationSequence.uop'), archive);
    const damage: ClientFileError[] = [];
    const folder = await ClientFolder.open(dir);
    const standIns = await loadActionStandIns(folder, bodies, (problem) => damage.push(problem));
    return { standIns, damage };
  });
}

test('an action without frames is played as the one that stands in; rows may be of different lengths', async () => {
  const bytes = actionTableBytes(1254, [
    [0, 8, -1],
    [22, 0, 0],
    [23, 0, -1],
    [24, 5, -1, 2],
    [25, 0, 1],
  ]);
  const { damage, standIns } = await standInsOf(archiveBytes([{ hash: hashOf(1254), bytes }]), [7, 1254]);
  assert.deepEqual([...standIns.keys()], [1254]);
  assert.deepEqual(
    [...standIns.get(1254)!],
    [
      [22, 0],
      [25, 1],
    ],
  );
  assert.deepEqual(damage, []);
  assert.equal((await standInsOf(null, [1254])).standIns.size, 0);
});

test('a damaged table of one body is told, and the others are read', async () => {
  const whole = actionTableBytes(3, [[22, 0, 0]]);
  const lying = actionTableBytes(2, [[22, 0, 0]]);
  lying.writeUInt32LE(0x10000000, 52);
  const { damage, standIns } = await standInsOf(
    archiveBytes([
      { hash: hashOf(1), bytes: whole.subarray(0, 100) },
      { hash: hashOf(2), bytes: lying },
      { hash: hashOf(3), bytes: whole },
      { hash: hashOf(4), bytes: whole },
      { hash: hashOf(5), bytes: actionTableBytes(5, [[22, 0, 100]]) },
    ]),
    [1, 2, 3, 4, 5],
  );
  assert.deepEqual([...standIns], [[3, new Map([[22, 0]])]]);
  assert.deepEqual(
    damage.map(({ problem }) => problem.replace(/^build\/animationsequence\/0000000/, '')),
    [
      '1.bin: 1 elements of 72 bytes, 44 bytes are left',
      '2.bin: 268435456 elements of 72 bytes, 81 bytes are left',
      '4.bin: it is that of body 3',
      '5.bin: action 100 stands in for 22, and the last is 99',
    ],
  );
  for (const { file, offset } of damage) assert.ok(/AnimationSequence\.uop$/.test(file) && offset! > 0);
});

test('an archive with a damaged table of its own is refused', async () => {
  await assert.rejects(standInsOf(Buffer.from('MYP'), [1]), ClientFileError);
});

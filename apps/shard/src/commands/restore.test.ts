import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { World } from '@gommog/core';
import { openStore, type Store } from '@gommog/store';
import { Account, Character, components, ITEM, kinds, MOBILE, Mobile } from '@gommog/uo';
import type { Command } from 'commander';
import { openSavedWorld, saveAndClose, worldOf } from '../saved-world.ts';
import { settings } from '../settings.ts';
import { backupCommand } from './backup.ts';
import { historyCommand } from './history.ts';
import { inspectCommand } from './inspect.ts';
import { restoreCommand } from './restore.ts';
import { storeCommand } from './store.ts';

/** Runs a command as from the shell and gives what it prints. */
async function run(t: TestContext, command: Command, ...args: readonly string[]): Promise<string> {
  let printed = '';
  const write = t.mock.method(process.stdout, 'write', (text: string) => {
    printed += text;
    return true;
  });
  try {
    await command.parseAsync([...args], { from: 'user' });
  } finally {
    write.mock.restore();
  }
  return printed;
}

const Item = components.find(({ name }) => name === 'item')!;
async function* noComponents() {}

const NOWHERE = {
  moment: { epoch: 0, sequence: 0, tick: 0, timeMs: 0, wallMs: 0 },
  about: 0,
  components: noComponents,
};

/** Anna of the account smith, with a bag and a coin in it. */
function settle(world: World): { account: number; anna: number; bag: number; coin: number } {
  const account = world.newSerial(2);
  const anna = world.newSerial(MOBILE);
  const bag = world.newSerial(ITEM);
  const coin = world.newSerial(ITEM);
  world.set(account, Account, { name: 'smith', passwordHash: 'secret', characters: [anna, 0] });
  world.set(anna, Mobile, { name: 'Anna' });
  world.set(anna, Character, { account });
  for (const item of [bag, coin]) world.set(item, Item, {});
  world.contain(bag, anna, 0, 0, 0x15);
  world.contain(coin, bag, 44, 65, 0);
  return { account, anna, bag, coin };
}

async function commit(world: World, { queue }: Store): Promise<number> {
  const sequence = queue.sequence + 1;
  queue.push(world.takeCommit(queue.epoch, sequence, sequence)!, sequence);
  await queue.whenDurable(sequence);
  return sequence;
}

test('beside a running shard: backup, inspect, history; then a deleted character comes back, and the whole world', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-restore-'));
  const data = join(dir, 'data');
  const backup = join(dir, 'backup');
  const store = await openStore({ dir: data, load: () => {} });
  try {
    await writeFile(join(data, 'game.json'), '{ "game": "uo" }');
    const world = await worldOf({ kinds, components }, NOWHERE);
    const { account, anna, bag, coin } = settle(world);
    const record = String(await commit(world, store));
    assert.match(await run(t, backupCommand, '--data', data, '--out', backup, '--verify'), /sound/);
    const before = await run(t, inspectCommand, 'Anna', '--data', data);
    assert.match(before, new RegExp(`0x${coin.toString(16)}`));
    world.contain(coin, anna, 0, 0, 0);
    await commit(world, store);
    const told = await run(t, historyCommand, `0x${coin.toString(16)}`, '--data', data);
    assert.match(told, new RegExp(`placement.parent: ${bag} -> ${anna}`));
    const lines = (await run(t, historyCommand, 'smith', '--data', data, '--json')).trim().split('\n');
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /\(hidden\)/);
    assert.doesNotMatch(lines[0]!, /secret/);
    await store.queue.close();

    const saved = await openSavedWorld(settings(null, { data }));
    saved.world.require(account, Account).characters = [0, 0];
    saved.world.destroy(anna);
    await saveAndClose(saved);
    await assert.rejects(run(t, inspectCommand, 'Anna', '--data', data), /nothing called/);

    const at = ['--record', record, '--data', backup];
    const restored = await run(t, restoreCommand, ...at, '--character', 'Anna', '--into', data);
    assert.match(restored, /^.*: 3 entities as of/);
    assert.equal(await run(t, inspectCommand, 'Anna', '--data', data), before);
    assert.match(await run(t, inspectCommand, 'smith', '--data', data), new RegExp(`${anna},\\s+0`));
    assert.match(await run(t, storeCommand, 'check', '--data', data), /sound/);

    const out = join(dir, 'whole');
    await run(
      t,
      restoreCommand,
      '--at',
      new Date(Date.now() + 1000).toISOString(),
      '--data',
      backup,
      '--out',
      out,
    );
    assert.equal(await run(t, inspectCommand, 'Anna', '--data', out), before);
  } finally {
    await store.queue.close();
    await rm(dir, { recursive: true });
  }
});

test('what cannot be done is said in words', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-restore-'));
  const say = (...args: readonly string[]) => run(t, restoreCommand, '--data', dir, ...args);
  await assert.rejects(say(), /say when/);
  await assert.rejects(say('--at', 'yesterday'), /not a time/);
  await assert.rejects(say('--at', '2026-11-22T10:15:00'), /--out DIR/);
  await assert.rejects(
    say('--record', '5', '--account', 'a', '--container', '3', '--into', dir),
    /at a time/,
  );
  await assert.rejects(say('--record', '5', '--account', 'a'), /--into DIR/);
  await rm(dir, { recursive: true });
});
